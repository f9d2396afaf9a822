package io.switchboard.core.customer;

import java.util.Map;

/**
 * What people write of a customer.
 *
 * @param language in which he is spoken to, {@code en} or {@code zh}; empty: not known
 * @param valueClass as the tenant names its classes; empty: none
 * @param notes what everybody should know who talks with him
 * @param preferences how he wants to be reached, e.g. {@code channel} → {@code phone}
 * @param consent to what he agreed, e.g. {@code recording} → {@code given}
 * @param doNotCall he is not to be called unless he asks for it
 */
public record Details(
    String name, String company, String language, String valueClass, String notes, Map<String, String> preferences,
    Map<String, String> consent, boolean doNotCall) {
  public Details {
    preferences = Map.copyOf(preferences);
    consent = Map.copyOf(consent);
  }

  /** As he is first met. */
  public static Details named(String name) {
    return new Details(name, "", "", "", "", Map.of(), Map.of(), false);
  }
}
