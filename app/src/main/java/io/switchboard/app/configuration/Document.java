package io.switchboard.app.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One file as a tree that remembers where each setting stands. Look-ups are lenient: what is missing or of another type is simply not
 * there, for the schema has said so already.
 *
 * @param lines from 1, of each key and list element
 * @param hidden settings whose value came from outside of the file and is never shown, with what is written in their place
 */
record Document(String file, JsonNode root, Map<KeyPath, Integer> lines, Map<KeyPath, String> hidden) {

  /** A file that is not there or cannot be read. */
  static Document missing(String file) {
    return new Document(file, MissingNode.getInstance(), Map.of(), Map.of());
  }

  boolean unreadable() {
    return root.isMissingNode();
  }

  /** The line of the setting, or of what it would stand in. */
  int line(KeyPath at) {
    KeyPath nearest = at;
    while (!nearest.isRoot() && !lines.containsKey(nearest)) {
      nearest = nearest.parent();
    }
    return lines.getOrDefault(nearest, 0);
  }

  JsonNode at(KeyPath path) {
    JsonNode node = root;
    for (Object step : path.steps()) {
      node = switch (step) {
        case Integer index -> node.path(index);
        case Object key -> node.path(key.toString());
      };
    }
    return node;
  }

  /** The keys of a section, in the order of the file. */
  List<String> names(KeyPath at) {
    JsonNode node = at(at);
    return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false).toList();
  }

  /** The settings two levels down, e.g. every queue of every tenant. */
  Stream<KeyPath> entries() {
    return names(KeyPath.ROOT).stream().flatMap(outer -> names(KeyPath.of(outer)).stream().map(inner -> KeyPath.of(outer, inner)));
  }

  /** The elements of a list. */
  List<KeyPath> elements(KeyPath at) {
    return java.util.stream.IntStream.range(0, at(at).isArray() ? at(at).size() : 0).mapToObj(at::then).toList();
  }

  /** The text of a setting as it is written in the file, before placeholders were filled in. */
  String written(KeyPath at) {
    return hidden.getOrDefault(at, at(at).asText());
  }

  /** The value as a message may show it. */
  String shown(KeyPath at) {
    JsonNode node = at(at);
    if (hidden.containsKey(at) || SecretSettings.at(file, at.toString())) {
      return "this value";
    }
    if (node.isContainerNode()) {
      return node.isArray() ? "a list" : "a section";
    }
    if (node.isNull()) {
      return "an empty value";
    }
    String text = node.asText().replaceAll("://[^@/\\s]*@", "://…@");
    return node.isTextual() ? "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'" : text;
  }
}
