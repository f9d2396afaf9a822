package io.switchboard.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A catalogue of the page's words. */
final class Words {
  private Words() {}

  /** By key, e.g. {@code call.ringing}. */
  static Map<String, String> of(Path file) throws IOException {
    Map<String, String> words = new TreeMap<>();
    flatten("", new ObjectMapper().readTree(Files.readString(file)), words);
    return words;
  }

  private static void flatten(String before, JsonNode node, Map<String, String> words) {
    node.properties().forEach(each -> {
      if (each.getValue().isTextual()) {
        words.put(before + each.getKey(), each.getValue().asText());
      } else {
        flatten(before + each.getKey() + ".", each.getValue(), words);
      }
    });
  }
}
