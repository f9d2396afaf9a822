package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.switchboard.core.id.Closest;
import io.switchboard.ivr.flow.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Checks files by a JSON Schema and says in our words what is wrong and what would be right; the {@code title} of a definition in the
 * schema is what would be right there.
 */
final class SchemaCheck {
  private final JsonNode text;
  private final Schema schema;

  private SchemaCheck(JsonNode text) {
    this.text = text;
    this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  /** {@code name}: a file of config/schema, which is part of the program. */
  static SchemaCheck of(String name) {
    return new SchemaCheck(SharedDefinitions.within(read(name), SchemaCheck::read));
  }

  private static JsonNode read(String name) {
    try (InputStream in = SchemaCheck.class.getResourceAsStream("/schema/" + name)) {
      return new JsonMapper().readTree(Objects.requireNonNull(in, name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The keys that an object may have which is described here. */
  Set<String> keys(String pointer) {
    return text.at(pointer).propertyStream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
  }

  List<Problem> check(YamlText yaml) {
    return schema.validate(yaml.root()).stream().map(error -> problem(yaml, error)).distinct().sorted().toList();
  }

  private Problem problem(YamlText yaml, Error error) {
    String at = error.getInstanceLocation().toString();
    String key = String.valueOf(error.getProperty());
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" -> yaml.problem(at, "'" + key + "' is missing", "a value for '" + key + "'");
      case "additionalProperties" -> yaml.problem(at + "/" + key, "'" + key + "' is not known here", knownKeys(error, key));
      case "type" -> yaml.problem(at, shown(error) + " is of the wrong type", "a value of type " + either(rule));
      case "enum" -> yaml.problem(at, shown(error) + " is not known here", "one of " + either(rule));
      case "minimum" -> yaml.problem(at, shown(error) + " is too small", "at least " + rule.asText());
      case "maximum" -> yaml.problem(at, shown(error) + " is too large", "at most " + rule.asText());
      case "minLength", "minItems", "minProperties" ->
          yaml.problem(at, "there is too little here", title(around(error), "at least " + rule.asText()));
      case "maxLength", "maxItems", "maxProperties" ->
          yaml.problem(at, "there is too much here", title(around(error), "at most " + rule.asText()));
      case "pattern" -> yaml.problem(at, shown(error) + " is not written as it should be", title(around(error), rule.asText()));
      case "propertyNames" -> yaml.problem(at + "/" + key, "'" + key + "' is not written as it should be", title(rule, name()));
      default -> yaml.problem(at, error.getMessage(), "what the schema says at " + error.getSchemaLocation().getFragment());
    };
  }

  private static String shown(Error error) {
    String shown = String.valueOf(error.getInstanceNode());
    return shown.length() <= 80 ? shown : shown.substring(0, 80) + "...";
  }

  private static String either(JsonNode rule) {
    return rule.isArray()
        ? String.join(", ", StreamSupport.stream(rule.spliterator(), false).map(JsonNode::asText).toList())
        : rule.asText();
  }

  private static String title(JsonNode definition, String otherwise) {
    return definition.path("title").asText(otherwise);
  }

  private String name() {
    return text.at("/$defs/name/title").asText();
  }

  private String knownKeys(Error error, String mistaken) {
    List<String> known = around(error).path("properties").propertyStream().map(each -> each.getKey()).toList();
    return Closest.to(mistaken, known).map(near -> "'" + near + "', perhaps; ").orElse("") + "one of " + String.join(", ", known);
  }

  /** The definition in which the broken rule stands. */
  private JsonNode around(Error error) {
    String rule = error.getSchemaLocation().getFragment().toString();
    return text.at(rule.substring(0, rule.lastIndexOf('/')));
  }
}
