package io.switchboard.ivr.run;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.Destinations;
import java.util.List;
import java.util.Map;

/**
 * How calls are transferred to numbers outside.
 *
 * @param trunks in the order in which they are tried
 * @param rules of each tenant
 */
public record Outward(List<String> trunks, Map<TenantId, Rules> rules) {
  /** No trunk at all. */
  public static final Outward NONE = new Outward(List.of(), Map.of());

  public Outward {
    trunks = List.copyOf(trunks);
    rules = Map.copyOf(rules);
  }

  /**
   * Of one tenant.
   *
   * @param showsCaller the called party sees the caller's number instead of ours
   */
  public record Rules(Destinations destinations, boolean showsCaller) {}

  boolean allows(TenantId tenant, String number) {
    Rules of = rules.get(tenant);
    return of != null && of.destinations().allows(number);
  }

  /** Whose number the called party sees: ours that he called, or his own. */
  String shown(Caller caller) {
    Rules of = rules.get(caller.tenant());
    return of != null && of.showsCaller() && !caller.number().isEmpty() ? caller.number() : caller.called();
  }
}
