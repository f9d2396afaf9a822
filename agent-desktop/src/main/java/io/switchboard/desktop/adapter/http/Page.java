package io.switchboard.desktop.adapter.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agents' page: the files that its build left on the class path, kept in memory and sent as they are. Every address that is no file and
 * none of the API gives the page itself, which knows what to show there.
 */
final class Page {
  private static final String LIST = "files.txt";
  private static final String INDEX = "index.html";
  private static final String NONCE = "__NONCE__";
  private static final int NONCE_BYTES = 16;
  private static final long YEAR_S = 365L * 24 * 60 * 60;

  /** No script and no style but our own; the inline styles of our own elements carry a number that is new each time. */
  private static final String POLICY = String.join("; ",
      "default-src 'none'", "script-src 'self'", "style-src 'self' 'nonce-" + NONCE + "'", "img-src 'self' data:", "font-src 'self'",
      "connect-src 'self'", "media-src 'self' blob: mediastream:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");

  private final Map<String, PageFile> files;
  private final SecureRandom random = new SecureRandom();

  private Page(Map<String, PageFile> files) {
    this.files = files;
  }

  /** Of the directory of this name on the class path; a page without files where it is not there, as in a build without Node.js. */
  static Page onClassPath(String directory) {
    Map<String, PageFile> files = new HashMap<>();
    byte[] list = read(directory + "/" + LIST);
    if (list != null) {
      new String(list, StandardCharsets.UTF_8).lines().forEach(name -> files.put("/" + name, file(directory, name)));
    }
    return new Page(Map.copyOf(files));
  }

  private static PageFile file(String directory, String name) {
    byte[] plain = read(directory + "/" + name);
    if (plain == null) {
      throw new IllegalStateException("the page's " + name + " is listed and not there; build it anew");
    }
    return new PageFile(PageFile.type(name), plain, read(directory + "/" + name + ".gz"), name.startsWith("assets/"));
  }

  private static byte @Nullable [] read(String resource) {
    try (InputStream in = Page.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean isThere() {
    return files.containsKey("/" + INDEX);
  }

  /** Sends what stands at the address, or leaves it to the next. */
  void send(RoutingContext context) {
    String path = context.normalizedPath();
    PageFile file = files.get(isPlace(path) ? "/" + INDEX : path);
    if (file == null) {
      context.next();
    } else if (isPlace(path)) {
      sendIndex(context, file);
    } else {
      send(context, file);
    }
  }

  /** An address within the page: what looks like a file, and what is the API's, is none. */
  private static boolean isPlace(String path) {
    return path.equals("/" + INDEX)
        || !path.startsWith("/api/") && !path.equals("/api") && !path.equals("/metrics") && path.indexOf('.', path.lastIndexOf('/')) < 0;
  }

  private static void send(RoutingContext context, PageFile file) {
    HttpServerResponse response = context.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, file.contentType())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .putHeader(HttpHeaders.CACHE_CONTROL, file.forever() ? "public, max-age=" + YEAR_S + ", immutable" : "no-cache");
    byte[] packed = file.packed();
    if (packed != null && takesGzip(context)) {
      end(context, response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip"), packed);
    } else {
      end(context, response, file.plain());
    }
  }

  private static boolean takesGzip(RoutingContext context) {
    String takes = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    return takes != null && takes.contains("gzip");
  }

  private void sendIndex(RoutingContext context, PageFile index) {
    byte[] number = new byte[NONCE_BYTES];
    random.nextBytes(number);
    String nonce = Base64.getEncoder().encodeToString(number);
    HttpServerResponse response = context.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, index.contentType())
        .putHeader("Content-Security-Policy", POLICY.replace(NONCE, nonce))
        .putHeader("Permissions-Policy", "microphone=(self), speaker-selection=(self), camera=(), geolocation=()")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin");
    end(context, response, new String(index.plain(), StandardCharsets.UTF_8).replace(NONCE, nonce).getBytes(StandardCharsets.UTF_8));
  }

  private static void end(RoutingContext context, HttpServerResponse response, byte[] body) {
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length)).end();
    } else {
      response.end(Buffer.buffer(body));
    }
  }
}
