package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a schema takes from another, as {@code "$ref": "flow.schema.json#/$defs/branch"} says: the definition is put into its own, with all
 * that it refers to in turn. A definition of the same name that the schema has already stays its own.
 */
final class SharedDefinitions {
  private static final String REF = "$ref";
  private static final String WITHIN = "#/$defs/";

  private final ObjectNode definitions;
  private final Function<String, JsonNode> files;

  private SharedDefinitions(ObjectNode definitions, Function<String, JsonNode> files) {
    this.definitions = definitions;
    this.files = files;
  }

  /** {@code files}: name → schema. */
  static JsonNode within(JsonNode schema, Function<String, JsonNode> files) {
    if (schema.get("$defs") instanceof ObjectNode definitions) {
      new SharedDefinitions(definitions, files).take(schema);
    }
    return schema;
  }

  private void take(JsonNode schema) {
    for (ObjectNode place : references(schema)) {
      String[] parts = place.get(REF).asText().split("#", 2);
      if (!parts[0].isEmpty()) {
        String name = parts[1].substring("/$defs/".length());
        add(name, files.apply(parts[0]).path("$defs"));
        place.put(REF, WITHIN + name);
      }
    }
  }

  private void add(String name, JsonNode others) {
    if (definitions.has(name)) {
      return;
    }
    JsonNode definition = others.path(name).deepCopy();
    definitions.set(name, definition);
    for (ObjectNode place : references(definition)) {
      add(place.get(REF).asText().substring(WITHIN.length()), others);
    }
  }

  private static List<ObjectNode> references(JsonNode from) {
    List<ObjectNode> found = new ArrayList<>();
    List<JsonNode> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      JsonNode each = open.removeLast();
      if (each instanceof ObjectNode object && object.path(REF).isTextual()) {
        found.add(object);
      }
      for (Map.Entry<String, JsonNode> below : each.properties()) {
        open.add(below.getValue());
      }
      if (each.isArray()) {
        each.forEach(open::add);
      }
    }
    return found;
  }
}
