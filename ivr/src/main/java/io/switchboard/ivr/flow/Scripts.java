package io.switchboard.ivr.flow;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The scripts in force, by name; a checked set. {@code flows}: their steps. */
public record Scripts(Map<String, Script> byName, Flows flows) {
  public static final Scripts NONE = new Scripts(Map.of(), new Flows(Map.of(), Map.of()));

  public Scripts {
    byName = Map.copyOf(byName);
  }

  /** {@code hours}: those of each tenant stand in it. */
  public static Scripts of(Map<String, Script> byName, Flows hours) {
    return new Scripts(byName, new Flows(
        byName.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().flow())), hours.hours()));
  }

  public Optional<Script> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
