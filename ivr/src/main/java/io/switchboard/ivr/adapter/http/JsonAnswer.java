package io.switchboard.ivr.adapter.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.ivr.adapter.http.HttpLookup.Place;
import io.switchboard.ivr.lookup.Given;
import io.switchboard.ivr.lookup.Given.Unfit;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a JSON document gives. Null is the type's empty value; what is missing is an error unless it is optional. Numbers and truth may also come as text,
 * as many write amounts.
 */
final class JsonAnswer {
  static final int MOST_DEPTH = 32;
  private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).maxNumberLength(100).build()).build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private final JsonNode root;

  private JsonAnswer(JsonNode root) {
    this.root = root;
  }

  static JsonAnswer read(byte[] text) throws Unfit {
    try {
      JsonNode root = READER.readTree(text);
      if (root.isMissingNode()) {
        throw new Unfit("the answer", "is empty");
      }
      return new JsonAnswer(root);
    } catch (JsonProcessingException e) {
      throw new Unfit("the answer", "is no JSON, or nested deeper than " + MOST_DEPTH + " levels");
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  Map<String, Value> values(Map<String, Type> gives, Map<String, Place> places) throws Unfit {
    Map<String, Value> values = new HashMap<>();
    for (Map.Entry<String, Type> each : gives.entrySet()) {
      Place place = places.get(each.getKey());
      if (place == null) {
        throw new Unfit(each.getKey(), "has no place in the answer");
      }
      values.put(each.getKey(), value(each.getKey(), each.getValue(), place));
    }
    return values;
  }

  private Value value(String name, Type type, Place place) throws Unfit {
    JsonNode node = root.at(place.at());
    if (node.isNull() || node.isMissingNode() && place.optional()) {
      return type.empty();
    }
    if (node.isMissingNode()) {
      throw new Unfit(name, "is missing: nothing is at " + place.at());
    }
    return switch (type) {
      case TEXT -> node.isValueNode() ? Given.read(name, node.asText(), type) : unfit(name, node, type);
      case INTEGER -> node.isNumber() ? whole(name, node) : text(name, node, type);
      case NUMBER -> node.isNumber() ? decimal(name, node) : text(name, node, type);
      case FLAG -> node.isBoolean() ? new Value.Flag(node.booleanValue()) : text(name, node, type);
    };
  }

  private static Value text(String name, JsonNode node, Type type) throws Unfit {
    return node.isTextual() ? Given.read(name, node.textValue(), type) : unfit(name, node, type);
  }

  private static Value whole(String name, JsonNode node) throws Unfit {
    double number = node.doubleValue();
    if (node.isIntegralNumber() ? node.canConvertToLong() : number == Math.rint(number) && Math.abs(number) < 1L << 53) {
      return new Value.Whole(node.longValue());
    }
    throw new Unfit(name, "a number with a fraction, or too large", Type.INTEGER);
  }

  private static Value decimal(String name, JsonNode node) throws Unfit {
    if (!Double.isFinite(node.doubleValue())) {
      throw new Unfit(name, "too large", Type.NUMBER);
    }
    return new Value.Decimal(node.doubleValue());
  }

  private static Value unfit(String name, JsonNode node, Type type) throws Unfit {
    throw new Unfit(name, "of the JSON type " + node.getNodeType().name().toLowerCase(Locale.ROOT), type);
  }
}
