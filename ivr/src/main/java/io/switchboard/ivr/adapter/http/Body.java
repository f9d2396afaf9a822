package io.switchboard.ivr.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.ivr.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * JSON in whose texts parameters stand in braces. A text that is nothing but one, {@code "{amount}"}, becomes its value with its type; within a
 * longer text it is written out.
 */
public record Body(JsonNode template) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public Set<String> parameters() {
    Set<String> parameters = new LinkedHashSet<>();
    collect(template, parameters);
    return new TreeSet<>(parameters);
  }

  private static void collect(JsonNode node, Set<String> parameters) {
    if (node.isTextual()) {
      parameters.addAll(new Template(node.textValue()).parameters());
    }
    node.forEach(each -> collect(each, parameters));
  }

  String fill(Map<String, Value> values, Map<String, String> texts) {
    return filled(template, values, texts).toString();
  }

  private static JsonNode filled(JsonNode node, Map<String, Value> values, Map<String, String> texts) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        ObjectNode object = NODES.objectNode();
        node.properties().forEach(each -> object.set(each.getKey(), filled(each.getValue(), values, texts)));
        yield object;
      }
      case ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        node.forEach(each -> array.add(filled(each, values, texts)));
        yield array;
      }
      case STRING -> text(new Template(node.textValue()), values, texts);
      default -> node;
    };
  }

  private static JsonNode text(Template template, Map<String, Value> values, Map<String, String> texts) {
    Value value = template.single() ? values.get(template.parameters().iterator().next()) : null;
    return switch (value) {
      case Value.Whole whole -> NODES.numberNode(whole.number());
      case Value.Decimal decimal -> NODES.numberNode(new BigDecimal(decimal.text()));
      case Value.Flag flag -> NODES.booleanNode(flag.set());
      case Value.Text text -> NODES.textNode(text.text());
      case null -> NODES.textNode(template.fill(parameter -> texts.getOrDefault(parameter, "")));
    };
  }
}
