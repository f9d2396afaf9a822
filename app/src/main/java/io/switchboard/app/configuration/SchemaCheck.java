package io.switchboard.app.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.switchboard.core.id.Closest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Says in one sentence each where a file departs from its JSON Schema; a schema's descriptions are the remedies. */
final class SchemaCheck {
  private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Findings findings;

  SchemaCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Document document) {
    if (document.unreadable()) {
      return;
    }
    Schema schema = schema(document.file());
    for (Error error : schema.validate(document.root())) {
      report(document, schema.getSchemaNode(), error);
    }
  }

  private Schema schema(String file) {
    String resource = "/schema/" + file.replace(".yaml", ".schema.json");
    try (InputStream text = SchemaCheck.class.getResourceAsStream(resource)) {
      return registry.getSchema(new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException broken) {
      throw new UncheckedIOException("the program lacks its own " + resource, broken);
    }
  }

  private void report(Document document, JsonNode root, Error error) {
    KeyPath at = path(error);
    JsonNode rule = rule(root, error);
    switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(document, at.then(error.getProperty()), rule);
      case "required" -> missing(document, at.then(error.getProperty()), root, rule);
      case "enum" -> unknownChoice(document, at, rule);
      default -> wrongValue(document, at, error.getKeyword(), rule);
    }
  }

  private void wrongValue(Document document, KeyPath at, String keyword, JsonNode rule) {
    if (!findings.about(document, at)) {
      String twice = keyword.equals("uniqueItems") ? " to name something twice" : "";
      findings.add(document, at, document.shown(at) + " is not allowed" + twice, "give " + description(rule));
    }
  }

  private void unknownKey(Document document, KeyPath at, JsonNode rule) {
    findings.add(document, at, "unknown key", Closest.remedy(at.key(), names(rule.path("properties")), "known keys"));
  }

  private void missing(Document document, KeyPath at, JsonNode root, JsonNode rule) {
    JsonNode property = rule.path("properties").path(at.key());
    JsonNode meant = property.has("$ref") ? root.at(property.path("$ref").asText().substring(1)) : property;
    findings.add(document, at, "is missing", "give " + description(meant));
  }

  private void unknownChoice(Document document, KeyPath at, JsonNode rule) {
    List<String> choices = StreamSupport.stream(rule.path("enum").spliterator(), false).map(JsonNode::asText).toList();
    findings.add(document, at, document.shown(at) + " is not allowed", Closest.remedy(document.at(at).asText(), choices, "allowed"));
  }

  private static String description(JsonNode rule) {
    String description = rule.path("description").asText();
    return rule.has("enum") ? description + ": " + String.join(", ", texts(rule.path("enum"))) : description;
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> names(JsonNode section) {
    List<String> names = new ArrayList<>();
    section.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static KeyPath path(Error error) {
    KeyPath at = KeyPath.ROOT;
    for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
      Object step = error.getInstanceLocation().getElement(i);
      at = step instanceof Integer index ? at.then(index) : at.then(step.toString());
    }
    return at;
  }

  /** The part of the schema that holds the keyword which was broken. */
  private static JsonNode rule(JsonNode root, Error error) {
    JsonNode rule = root;
    for (int i = 0; i < error.getSchemaLocation().getFragment().getNameCount() - 1; i++) {
      Object step = error.getSchemaLocation().getFragment().getElement(i);
      rule = step instanceof Integer index ? rule.path(index) : rule.path(step.toString());
    }
    return rule;
  }
}
