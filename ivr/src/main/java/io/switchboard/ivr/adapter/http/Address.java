package io.switchboard.ivr.adapter.http;

import io.switchboard.ivr.lookup.Given.Unfit;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Path and query of a request, {@code /orders/{order}?language={language}}. A parameter stands for itself only: whatever could end a part of the path or
 * of the query is percent-encoded (RFC 3986, all but its unreserved characters).
 */
public record Address(Template template) {
  private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** What is wrong with it; empty: nothing. */
  public static String fault(String written) {
    String filled = new Template(written).fill(parameter -> "x");
    try {
      URI uri = new URI("http://host" + filled);
      boolean path = filled.startsWith("/") && !filled.startsWith("//") && uri.getRawFragment() == null && !filled.matches(".*/\\.\\.?([/?].*)?");
      return path && "host".equals(uri.getAuthority()) ? "" : "is no path";
    } catch (URISyntaxException none) {
      return "is no path";
    }
  }

  public Set<String> parameters() {
    return template.parameters();
  }

  /**
   * The whole address.
   *
   * @throws Unfit for a parameter in the path that is empty, "." or "..": it would be another path
   */
  URI fill(String base, Map<String, String> values) throws Unfit {
    String written = template.written();
    int query = written.indexOf('?') < 0 ? written.length() : written.indexOf('?');
    for (String parameter : new Template(written.substring(0, query)).parameters()) {
      String value = values.getOrDefault(parameter, "");
      if (value.isEmpty() || value.equals(".") || value.equals("..")) {
        throw new Unfit(parameter, value.isEmpty() ? "is empty, which no path can hold" : "is a step within a path");
      }
    }
    return URI.create(base + template.fill(parameter -> encoded(values.getOrDefault(parameter, ""))));
  }

  private static String encoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(each) >= 0) {
        encoded.append((char) each);
      } else {
        encoded.append('%').append(String.format("%02X", each));
      }
    }
    return encoded.toString();
  }
}
