package io.switchboard.app.configuration;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the YAML of one file. Plain scalars are read by the JSON schema of YAML 1.2 (§10.2): only {@code true}, {@code false}, {@code null}
 * and JSON's numbers are not text, so that {@code no}, {@code +4930123450} and {@code 08:00} stay what they look like. A key given
 * twice, an alias and a second document are errors.
 */
final class YamlFile {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
  /** Settings that may be written on several lines. */
  private static final Set<String> LONG_TEXTS = Set.of("sql");
  private static final int MAX_DEPTH = 20;

  private final String file;
  private final Placeholders placeholders;
  private final Findings findings;
  private final Map<KeyPath, Integer> lines = new HashMap<>();
  private final Map<KeyPath, String> hidden = new HashMap<>();
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  private YamlFile(String file, Placeholders placeholders, Findings findings) {
    this.file = file;
    this.placeholders = placeholders;
    this.findings = findings;
  }

  /** The document; {@link Document#unreadable} when its YAML is broken. An empty file is an empty section. */
  static Document read(String file, String text, Placeholders placeholders, Findings findings) {
    return new YamlFile(file, placeholders, findings).document(text);
  }

  private Document document(String text) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      JsonToken first = parser.nextToken();
      JsonNode root = first == null || first == JsonToken.VALUE_NULL ? nodes.objectNode() : value(parser, KeyPath.ROOT);
      if (parser.nextToken() != null) {
        wrong(parser.currentTokenLocation(), KeyPath.ROOT, "a second document begins here", "remove the line '---' and keep one document");
      }
      return new Document(file, root, lines, hidden);
    } catch (JsonProcessingException broken) {
      wrong(
          broken.getLocation(), KeyPath.ROOT, "is not YAML: " + firstLine(broken.getOriginalMessage()),
          "correct the indentation or quotes");
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory", impossible);
    }
    return Document.missing(file);
  }

  private JsonNode value(YAMLParser parser, KeyPath at) throws IOException {
    lines.putIfAbsent(at, parser.currentTokenLocation().getLineNr());
    if (at.steps().size() > MAX_DEPTH) {
      throw new TooDeep(parser);
    }
    if (parser.isCurrentAlias()) {
      wrong(parser.currentTokenLocation(), at, "is an alias of YAML", "write the value itself");
      return MissingNode.getInstance();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> section(parser, at);
      case START_ARRAY -> list(parser, at);
      case VALUE_STRING -> text(parser.getText(), at, parser);
      case VALUE_NULL -> nodes.nullNode();
      default -> plain(parser.getText(), at, parser);
    };
  }

  private JsonNode section(YAMLParser parser, KeyPath at) throws IOException {
    ObjectNode section = nodes.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonLocation location = parser.currentTokenLocation();
      parser.nextToken();
      if (section.has(key)) {
        wrong(location, at.then(key), "is given twice, first in line " + lines.get(at.then(key)), "keep one or rename the other");
        value(parser, at.then(key));
      } else {
        lines.put(at.then(key), location.getLineNr());
        section.set(key, value(parser, at.then(key)));
      }
    }
    return section;
  }

  private JsonNode list(YAMLParser parser, KeyPath at) throws IOException {
    ArrayNode list = nodes.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser, at.then(list.size())));
    }
    return list;
  }

  private JsonNode plain(String text, KeyPath at, JsonParser parser) {
    if (text.equals("true") || text.equals("false")) {
      return nodes.booleanNode(text.equals("true"));
    }
    if (INTEGER.matcher(text).matches()) {
      return nodes.numberNode(Long.parseLong(text));
    }
    return DECIMAL.matcher(text).matches() ? nodes.numberNode(new BigDecimal(text)) : text(text, at, parser);
  }

  private JsonNode text(String written, KeyPath at, JsonParser parser) {
    Placeholders.Filled filled = placeholders.fill(written);
    if (filled.fromOutside()) {
      hidden.put(at, written);
    }
    if (!filled.wrong().isEmpty()) {
      wrong(parser.currentTokenLocation(), at, filled.wrong(), filled.right());
      return MissingNode.getInstance();
    }
    String onOneLine = LONG_TEXTS.contains(at.key()) ? filled.text().replaceAll("[\\r\\n\\t]", " ") : filled.text();
    if (CONTROL.matcher(onOneLine).find()) {
      wrong(parser.currentTokenLocation(), at, "contains a line break or another control character", "write it on one line, without");
      return MissingNode.getInstance();
    }
    return filled.fromOutside() && INTEGER.matcher(filled.text()).matches()
        ? nodes.numberNode(Long.parseLong(filled.text()))
        : nodes.textNode(filled.text());
  }

  private void wrong(JsonLocation location, KeyPath at, String what, String right) {
    findings.add(new Wrong(file, location == null ? 0 : location.getLineNr(), at.toString(), what, right));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /** A file that nests deeper than any setting does. */
  private static final class TooDeep extends JsonProcessingException {
    private static final long serialVersionUID = 1;

    TooDeep(JsonParser parser) {
      super("nested deeper than " + MAX_DEPTH + " levels", parser.currentTokenLocation());
    }
  }
}
