package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    Router router = Router.router(vertx);
    router.route().handler(Writer::headers);
    router.get().handler(Page.onClassPath("small-page")::send);
    router.head().handler(Page.onClassPath("small-page")::send);
    router.route().handler(context -> context.response().setStatusCode(404).end());
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/customers", "/customers/4711", "/wall"})
  void whenAPlaceOfThePageIsAsked_thenThePageComesAndIsNotKept(String path) throws Exception {
    HttpResponse<byte[]> page = get(path);

    assertEquals(200, page.statusCode());
    assertEquals("text/html; charset=utf-8", header(page, "content-type"));
    assertEquals("no-store", header(page, "cache-control"));
  }

  @Test
  void whenThePageIsSent_thenOnlyItsOwnScriptsMayRunAndTheNonceIsNewEachTime() throws Exception {
    HttpResponse<byte[]> first = get("/");
    HttpResponse<byte[]> second = get("/");

    String policy = header(first, "content-security-policy");
    assertTrue(policy.contains("script-src 'self';"), policy);
    assertTrue(policy.contains("connect-src 'self';"), policy);
    assertFalse(policy.contains("unsafe-inline"), policy);
    assertTrue(policy.contains("'nonce-" + nonce(first) + "'"), policy);
    assertNotEquals(nonce(first), nonce(second));
  }

  @Test
  void whenAFileOfTheBuildIsAsked_thenItMayBeKeptForeverAndComesPacked() throws Exception {
    HttpResponse<byte[]> packed = ask("GET", "/assets/a-1.js", "gzip, br");

    assertEquals("gzip", header(packed, "content-encoding"));
    assertTrue(header(packed, "cache-control").contains("immutable"));
    assertEquals("say(\"plain\")", new String(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes()));
    assertEquals("say(\"plain\")", new String(get("/assets/a-1.js").body()));
  }

  @Test
  void whenOnlyTheHeadIsAsked_thenItsLengthIsTold() throws Exception {
    HttpResponse<byte[]> head = ask("HEAD", "/assets/a-1.js", "");

    assertEquals("12", header(head, "content-length"));
    assertEquals(0, head.body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/api", "/metrics", "/assets/gone.js", "/files.txt", "/assets/../files.txt", "/assets/a-1.js.gz"})
  void whenItIsNoPlaceOfThePage_thenItIsLeftToTheApi(String path) throws Exception {
    assertEquals(404, get(path).statusCode());
  }

  @Test
  void whenTheBuildMadeNoPage_thenNothingIsSent() {
    assertFalse(Page.onClassPath("no-such-page").isThere());
    assertTrue(Page.onClassPath("small-page").isThere());
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return ask("GET", path, "");
  }

  private HttpResponse<byte[]> ask(String method, String path, String encoding) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
        .method(method, HttpRequest.BodyPublishers.noBody());
    if (!encoding.isEmpty()) {
      request.header("Accept-Encoding", encoding);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String nonce(HttpResponse<byte[]> page) {
    Matcher matcher = NONCE.matcher(new String(page.body()));
    assertTrue(matcher.find());
    return matcher.group(1);
  }
}
