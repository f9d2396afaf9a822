package io.switchboard.ivr.adapter.http;

import java.util.Map;

/**
 * Where a source is, and what it is sent each time.
 *
 * @param url {@code https://host/path}, without a slash at its end, without user, query or fragment
 * @param headers name → value, e.g. {@code Authorization}
 */
public record HttpSettings(String url, Map<String, String> headers) {
  public HttpSettings {
    headers = Map.copyOf(headers);
  }

  /** What headers hold is not shown. */
  @Override
  public String toString() {
    return url + " with " + headers.keySet();
  }
}
