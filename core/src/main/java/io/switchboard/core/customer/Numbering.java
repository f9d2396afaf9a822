package io.switchboard.core.customer;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.NumberPlan;
import java.util.Map;

/** How each tenant's people write telephone numbers: as one does where its own numbers are. */
public record Numbering(Map<TenantId, NumberPlan> plans) {
  private static final NumberPlan NOWHERE = new NumberPlan("ZZ", "");

  public Numbering {
    plans = Map.copyOf(plans);
  }

  /** In E.164; empty where it is no telephone number. */
  public String e164(TenantId tenant, String written) {
    return plans.getOrDefault(tenant, NOWHERE).caller(written);
  }

  /** ISO 3166 country whose national format is understood; {@code ZZ}: none, numbers need + or 00 and their country. */
  public String region(TenantId tenant) {
    return plans.getOrDefault(tenant, NOWHERE).region();
  }
}
