package io.switchboard.desktop.adapter.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of the page, as it is sent.
 *
 * @param packed the same with gzip; null where that is not worth it
 * @param forever its name changes with its content, so that it may be kept
 */
record PageFile(String contentType, byte[] plain, byte @Nullable [] packed, boolean forever) {
  private static final Map<String, String> TYPES = Map.of(
      "html", "text/html; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "json", "application/json; charset=utf-8",
      "svg", "image/svg+xml",
      "png", "image/png",
      "woff2", "font/woff2",
      "wav", "audio/wav");

  static String type(String name) {
    return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }
}
