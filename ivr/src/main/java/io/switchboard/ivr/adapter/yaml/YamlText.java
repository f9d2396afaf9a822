package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.switchboard.ivr.flow.Problem;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One YAML file, and where each of its values stands.
 *
 * @param file as the administrator knows it
 * @param spots JSON pointer → where it is
 */
record YamlText(String file, JsonNode root, Map<String, Spot> spots) {
  /** Both counted from 1. */
  record Spot(int line, int column) {
    static final Spot NONE = new Spot(0, 0);
  }

  private static final YAMLMapper MAPPER =
      new YAMLMapper(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  /** Reads; what is no YAML becomes a problem, and the root is missing. */
  static YamlText read(String file, String text, List<Problem> problems) {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root.isMissingNode() || root.isNull()) {
        problems.add(new Problem(file, 0, "", "it is empty", "YAML"));
        return new YamlText(file, MissingNode.getInstance(), Map.of());
      }
      return new YamlText(file, root, spots(text));
    } catch (JsonProcessingException broken) {
      problems.add(broken(file, broken));
    } catch (IOException broken) {
      problems.add(new Problem(file, 0, "", "it cannot be read: " + broken.getMessage(), "YAML"));
    }
    return new YamlText(file, MissingNode.getInstance(), Map.of());
  }

  private static Problem broken(String file, JsonProcessingException broken) {
    int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
    String first = broken.getOriginalMessage().lines().findFirst().orElse("").strip();
    if (first.startsWith("Duplicate field")) {
      return new Problem(file, line, "", first.replace("Duplicate field", "there is already a key"), "each key once");
    }
    return new Problem(file, line, "", "it is no YAML: " + first, "YAML, indented by spaces");
  }

  private static Map<String, Spot> spots(String text) throws IOException {
    Map<String, Spot> spots = new HashMap<>();
    try (JsonParser parser = MAPPER.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (!token.isStructEnd()) {
          var context = token.isStructStart() ? parser.getParsingContext().getParent() : parser.getParsingContext();
          var at = parser.currentTokenLocation();
          spots.putIfAbsent(context.pathAsPointer().toString(), new Spot(at.getLineNr(), at.getColumnNr()));
        }
      }
    }
    return spots;
  }

  /** Where a value stands; the nearest one around it if it stands nowhere itself. */
  Spot spot(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Spot spot = spots.get(at);
      if (spot != null) {
        return spot;
      }
    }
    return spots.isEmpty() ? Spot.NONE : new Spot(1, 1);
  }

  Problem problem(String pointer, String wrong, String right) {
    Spot spot = spot(pointer);
    return new Problem(file, spot.line(), spot.column(), pointer, wrong, right);
  }
}
