package io.switchboard.ivr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The reference of the language lists every verb and field with what the schema says of them. */
class FlowReferenceTest {
  private static final Path PAGE = Path.of("../docs/operating/flow-language.md");
  private static final String BEGIN = "<!-- fields of config/schema/flow.schema.json, written by FlowReferenceTest with -Ddocs.write=true -->\n";
  private static final String END = "<!-- end -->";
  /** What has a name of its own in the page, and is not spelled out at each place. */
  private static final Set<String> NAMED = Set.of("step_name", "name", "variable", "sayings", "saying", "texts", "formula", "language_code", "type", "retry", "retry_or_default");

  private final JsonNode schema;

  FlowReferenceTest() throws IOException {
    schema = new ObjectMapper().readTree(Path.of("../config/schema/flow.schema.json").toFile());
  }

  @Test
  void thePageListsWhatTheSchemaSays() throws IOException {
    StringBuilder verbs = new StringBuilder();
    schema.at("/$defs/step/properties").properties().forEach(each -> verbs.append(verb(each.getKey(), resolved(each.getValue()))));
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String now = page.substring(0, from) + verbs + page.substring(page.indexOf(END, from));
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, now);
    }
    assertEquals(now, Files.readString(PAGE), "the reference is out of date; run this test with -Ddocs.write=true");
  }

  @Test
  void everyVerbSaysWhatItDoes() {
    schema.at("/$defs/step/properties").properties().forEach(each ->
        assertTrue(!resolved(each.getValue()).path("description").asText().isEmpty(), each.getKey() + " has no description in the schema"));
  }

  private String verb(String name, JsonNode verb) {
    List<String> rows = new ArrayList<>();
    rows(verb, "", rows);
    return "### `" + name + "`\n\n" + verb.path("description").asText() + "\n\n| Field | What it takes | |\n|---|---|---|\n"
        + String.join("\n", rows) + "\n\n";
  }

  private void rows(JsonNode object, String under, List<String> rows) {
    Set<String> required = StreamSupport.stream(object.path("required").spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    object.path("properties").properties().forEach(each -> {
      JsonNode field = each.getValue();
      String name = under + each.getKey();
      boolean must = required.contains(each.getKey()) && under.isEmpty();
      rows.add("| `" + name + "`" + (must ? "" : "\\*") + " | " + cell(takes(field)) + " | " + cell(says(field)) + " |");
      JsonNode inside = resolved(field);
      if (inside.has("properties") && !isNamed(field)) {
        rows(inside, name + ".", rows);
      }
    });
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("->", "→");
  }

  private String says(JsonNode field) {
    String own = field.path("description").asText();
    return own.isEmpty() && !isNamed(field) ? resolved(field).path("description").asText() : own;
  }

  private String takes(JsonNode field) {
    String usual = field.has("default") ? "; else " + field.get("default").asText() : "";
    if (isNamed(field)) {
      return name(field).replace("step_name", "step").replace("_code", "").replace("sayings", "list of sayings").replace("_or_default", "") + usual;
    }
    JsonNode type = resolved(field);
    if (type.has("enum")) {
      return StreamSupport.stream(type.get("enum").spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(", ")) + usual;
    }
    if (type.path("type").asText().equals("integer")) {
      return type.path("minimum").asText() + " to " + type.path("maximum").asText() + usual;
    }
    if (type.has("items")) {
      return "list of {" + String.join(", ", names(type.at("/items/properties"))) + "}";
    }
    if (type.path("additionalProperties").isObject()) {
      JsonNode key = type.path("propertyNames");
      return (key.has("$ref") ? takes(key) : key.path("title").asText(key.path("pattern").asText("name"))) + " → " + takes(type.get("additionalProperties"));
    }
    if (type.has("properties")) {
      return type.path("title").asText("{" + String.join(", ", names(type.get("properties"))) + "}");
    }
    return type.path("title").asText(type.path("type").isTextual() ? type.path("type").asText() : "") + usual;
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean isNamed(JsonNode field) {
    return NAMED.contains(name(field));
  }

  private static String name(JsonNode field) {
    return field.path("$ref").asText().replace("#/$defs/", "");
  }

  private JsonNode resolved(JsonNode field) {
    return field.has("$ref") ? schema.at("/$defs/" + name(field)) : field;
  }
}
