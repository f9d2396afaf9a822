package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What files of tests say of time and data sources, alike for flows and scripts. */
final class TestWorld {
  private final YamlText yaml;
  private final Map<String, Lookup> lookups;
  private final List<Problem> problems;

  TestWorld(YamlText yaml, Map<String, Lookup> lookups, List<Problem> problems) {
    this.yaml = yaml;
    this.lookups = lookups;
    this.problems = problems;
  }

  /** When it begins, in milliseconds since the epoch; left out: a Monday at ten in Berlin. */
  long atMs() {
    String written = yaml.root().path("at").asText("2026-11-23T10:00:00+01:00");
    try {
      return OffsetDateTime.parse(written).toInstant().toEpochMilli();
    } catch (DateTimeParseException none) {
      problems.add(yaml.problem("/at", "'" + written + "' is no time", "a time such as 2026-11-23T10:00:00+01:00"));
      return 0;
    }
  }

  /** What lookups give: name → one after the other. */
  Map<String, List<Found>> answers() {
    JsonNode given = yaml.root().path("lookups");
    Map<String, List<Found>> answers = new HashMap<>();
    given.properties().forEach(each -> {
      List<Found> found = new ArrayList<>();
      String pointer = "/lookups/" + each.getKey();
      if (each.getValue().isArray()) {
        for (int i = 0; i < each.getValue().size(); i++) {
          found.add(answer(pointer + "/" + i, each.getKey(), each.getValue().get(i)));
        }
      } else {
        found.add(answer(pointer, each.getKey(), each.getValue()));
      }
      answers.put(each.getKey(), found);
    });
    return answers;
  }

  private Found answer(String pointer, String name, JsonNode given) {
    if (given.isTextual()) {
      return given.asText().equals("nothing") ? new Found.Nothing() : new Found.Failed("as the test says");
    }
    Map<String, Type> gives = Optional.ofNullable(lookups.get(name)).map(Lookup::gives).orElse(Map.of());
    if (!lookups.containsKey(name)) {
      problems.add(yaml.problem(pointer, "no lookup is named '" + name + "'", "one of " + String.join(", ", lookups.keySet())));
    }
    Map<String, Value> values = new HashMap<>();
    gives.forEach((each, type) -> values.put(each, type.empty()));
    given.properties().forEach(each -> {
      Optional<Value> value = Optional.ofNullable(gives.get(each.getKey())).flatMap(type -> type.read(each.getValue().asText()));
      value.ifPresentOrElse(read -> values.put(each.getKey(), read), () -> problems.add(yaml.problem(
          pointer + "/" + each.getKey(), "lookup '" + name + "' gives no such '" + each.getKey() + "'", "a value of " + gives)));
    });
    return new Found.Row(values);
  }
}
