package io.switchboard.ivr.run;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.Destinations;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.SipDestinations;
import io.switchboard.ivr.verb.Transfer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How calls are transferred outside.
 *
 * @param trunks in the order in which they are tried
 * @param rules of each tenant
 * @param sip trunk → the SIP addresses that may be dialled as it
 */
public record Outward(List<String> trunks, Map<TenantId, Rules> rules, Map<String, SipDestinations> sip) {
  /** No trunk at all. */
  public static final Outward NONE = new Outward(List.of(), Map.of());

  public Outward {
    trunks = List.copyOf(trunks);
    rules = Map.copyOf(rules);
    sip = Map.copyOf(sip);
  }

  /** To telephone numbers alone. */
  public Outward(List<String> trunks, Map<TenantId, Rules> rules) {
    this(trunks, rules, Map.of());
  }

  /**
   * Of one tenant.
   *
   * @param showsCaller the called party sees the caller's number instead of ours
   */
  public record Rules(Destinations destinations, boolean showsCaller) {}

  /** What is dialled for it; empty: it may not be. */
  Optional<Phone> phone(TenantId tenant, Transfer.To to) {
    return switch (to) {
      case Transfer.To.Number number when allows(tenant, number.e164()) -> Optional.of(new Phone.Number(number.e164(), trunks));
      case Transfer.To.Number number -> Optional.empty();
      case Transfer.To.Sip address -> Optional.ofNullable(sip.get(address.trunk()))
          .filter(may -> may.number(address.address()).map(number -> allows(tenant, number)).orElse(true))
          .flatMap(may -> may.resolve(address.address())).map(resolved -> new Phone.Sip(resolved, address.trunk()));
    };
  }

  private boolean allows(TenantId tenant, String number) {
    Rules of = rules.get(tenant);
    return of != null && of.destinations().allows(number);
  }

  /** Whose number the called party sees: ours that he called, or his own. */
  String shown(Caller caller) {
    Rules of = rules.get(caller.tenant());
    return of != null && of.showsCaller() && !caller.number().isEmpty() ? caller.number() : caller.called();
  }
}
