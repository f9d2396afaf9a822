package io.switchboard.app.flows;

import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a lookup gives, as a person types it in its place. {@code gives}: name → type. */
record TypedFinding(Map<String, Type> gives) {
  /** What may be typed. */
  String wanted() {
    return "nothing, failed, or "
        + (gives.isEmpty() ? "found" : String.join(" ", gives.keySet().stream().sorted().map(name -> name + "=...").toList()));
  }

  /** Empty where it is none of that. */
  Optional<Found> read(String line) {
    if (line.equals("nothing") || line.equals("failed")) {
      return Optional.of(line.equals("nothing") ? new Found.Nothing() : new Found.Failed("as you said"));
    }
    Map<String, Value> values = new HashMap<>();
    gives.forEach((name, type) -> values.put(name, type.empty()));
    for (String each : line.equals("found") ? new String[0] : line.split("\\s+")) {
      String[] parts = each.split("=", 2);
      Optional<Value> value = Optional.ofNullable(gives.get(parts[0])).flatMap(type -> type.read(parts.length > 1 ? parts[1] : ""));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.put(parts[0], value.get());
    }
    return Optional.of(new Found.Row(values));
  }
}
