package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.signal.PhoneSignal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhoneOnTheWireTest {
  private static final AgentId ANNA = AgentId.of("demo", "anna");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String WELL =
      "{\"permission\":true,\"microphone\":true,\"registration\":true,\"round_trip_ms\":5,\"hears\":true,\"heard\":true}";

  private ApiOnTheWire api;
  private final BlockingQueue<PhoneSignal> told = new LinkedBlockingQueue<>();

  /** What a page hears. */
  private static final class Page implements WebSocket.Listener {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      heard.add(text.toString());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }
  }

  @BeforeEach
  void start() {
    api = ApiOnTheWire.started();
    api.signals.on(PhoneSignal.Here.class, told::add);
    api.signals.on(PhoneSignal.Gone.class, told::add);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void whenAPageBecomesThePhone_thenItSpeaksWithAsterisk_andTheAcdIsToldThatItIsHereAndGone() throws Exception {
    JsonNode session = begin();
    assertEquals("demo-anna", session.get("endpoint").asText());
    assertEquals(api.asterisk.secrets.get("demo-anna"), session.get("secret").asText());
    Page page = new Page();
    WebSocket socket = open(page, session.get("session").asText());
    assertEquals("sip", socket.getSubprotocol());
    assertEquals(new PhoneSignal.Here(ANNA, "demo-anna", false), told.poll(5, TimeUnit.SECONDS));
    socket.sendText("REGISTER", true).get(5, TimeUnit.SECONDS);
    assertEquals("REGISTERREGISTER", page.heard.poll(5, TimeUnit.SECONDS));

    socket.abort(); // as a process that is killed
    assertEquals(new PhoneSignal.Gone(ANNA, "demo-anna"), told.poll(2, TimeUnit.SECONDS));
    assertEquals(session.get("secret").asText(), api.asterisk.secrets.get("demo-anna"), "it may come back");
  }

  @Test
  void whenAPageAsksWhetherTheWayIsThere_thenThePlatformSaysSo_andAsteriskIsNotAsked() throws Exception {
    Page page = new Page();
    WebSocket socket = open(page, begin().get("session").asText());
    socket.sendText("\r\n\r\n", true).get(5, TimeUnit.SECONDS);
    assertEquals("\r\n", page.heard.poll(5, TimeUnit.SECONDS));
    socket.sendText("REGISTER", true).get(5, TimeUnit.SECONDS);
    assertEquals("REGISTERREGISTER", page.heard.poll(5, TimeUnit.SECONDS));
  }

  @Test
  void whenThePageMeasuresItsPhone_thenCallsComeOnlyWhileAllIsWellAndItIsConnected() throws Exception {
    api.signals.on(PhoneSignal.Fit.class, told::add);
    assertEquals(List.of("socket"), wrong(gate(WELL)));
    assertEquals(new PhoneSignal.Fit(ANNA, "demo-anna", false), told.poll(5, TimeUnit.SECONDS));
    WebSocket socket = open(new Page(), begin().get("session").asText());
    assertEquals(new PhoneSignal.Here(ANNA, "demo-anna", false), told.poll(5, TimeUnit.SECONDS));
    assertEquals(List.of("round_trip", "heard"), wrong(gate(WELL.replace(":5,", ":1201,").replace("\"heard\":true", "\"heard\":false"))));
    JsonNode passed = gate(WELL);
    assertTrue(passed.get("passed").asBoolean(), passed::toString);
    assertEquals(new PhoneSignal.Fit(ANNA, "demo-anna", true), told.poll(5, TimeUnit.SECONDS));
    socket.abort();
    assertEquals(new PhoneSignal.Gone(ANNA, "demo-anna"), told.poll(5, TimeUnit.SECONDS));
    assertEquals(new PhoneSignal.Fit(ANNA, "demo-anna", false), told.poll(5, TimeUnit.SECONDS));
  }

  private JsonNode gate(String measured) throws Exception {
    HttpResponse<String> answer = api.send("POST", "/api/me/gate", api.token("anna", 0), measured);
    assertEquals(200, answer.statusCode(), answer::body);
    return JSON.readTree(answer.body());
  }

  private static List<String> wrong(JsonNode gate) {
    assertFalse(gate.get("passed").asBoolean());
    List<String> wrong = new ArrayList<>();
    for (JsonNode check : gate.get("checks")) {
      if (!check.get("passed").asBoolean()) {
        assertFalse(check.get("text_en").asText().isEmpty() || check.get("text_zh").asText().isEmpty(), check::toString);
        wrong.add(check.get("check").asText());
      }
    }
    return wrong;
  }

  @Test
  void whenAnotherPageBecomesThePhone_thenTheFirstIsToldAndItsSessionIsOver() throws Exception {
    Page first = new Page();
    String old = begin().get("session").asText();
    open(first, old);
    String secret = api.asterisk.secrets.get("demo-anna");
    begin();
    assertEquals(4409, first.closed.get(5, TimeUnit.SECONDS));
    assertFalse(secret.equals(api.asterisk.secrets.get("demo-anna")), "the secret is another");
    Page again = new Page();
    open(again, old);
    assertEquals(4409, again.closed.get(5, TimeUnit.SECONDS));
  }

  @Test
  void whenTheSessionIsGivenBack_thenItsSecretDiesAndItsSocketCloses() throws Exception {
    Page page = new Page();
    open(page, begin().get("session").asText());
    assertEquals(200, api.send("DELETE", "/api/me/phone", api.token("anna", 0), "").statusCode());
    assertEquals(4409, page.closed.get(5, TimeUnit.SECONDS));
    assertTrue(api.asterisk.secrets.isEmpty());
  }

  @Test
  void whenAsteriskLetsGo_thenThePageIsToldToComeAgain() throws Exception {
    Page page = new Page();
    open(page, begin().get("session").asText());
    assertEquals(new PhoneSignal.Here(ANNA, "demo-anna", false), told.poll(5, TimeUnit.SECONDS));
    api.asterisk.pages.element().close();
    assertEquals(4503, page.closed.get(5, TimeUnit.SECONDS));
    assertEquals(new PhoneSignal.Gone(ANNA, "demo-anna"), told.poll(5, TimeUnit.SECONDS));
  }

  @Test
  void whenAPageSaysMoreThanAPhoneDoes_thenItIsClosed() throws Exception {
    Page page = new Page();
    WebSocket socket = open(page, begin().get("session").asText());
    CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    for (int n = 0; n < 60; n++) {
      sending = sending.thenCompose(sent -> socket.sendText("OPTIONS", true));
    }
    assertEquals(4429, page.closed.get(5, TimeUnit.SECONDS));
  }

  @Test
  void withoutATokenOrAPhoneOfItsOwnNoSocketOpens() throws Exception {
    assertEquals(401, refused("bearer.x"));
    assertEquals(401, refused("session.x"));
    assertEquals(403, refused("bearer." + api.token("crm", 0)));
    assertEquals(409, refused("bearer." + api.token("sam", 0)));
    HttpResponse<String> none = api.send("POST", "/api/me/phone", api.token("sam", 0), "");
    assertEquals(409, none.statusCode());
    assertTrue(none.body().contains("no_browser_phone"), none::body);
  }

  private JsonNode begin() throws Exception {
    HttpResponse<String> answer = api.send("POST", "/api/me/phone", api.token("anna", 0), "");
    assertEquals(200, answer.statusCode(), answer::body);
    return JSON.readTree(answer.body());
  }

  private WebSocket open(Page page, String session) throws Exception {
    return HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("sip", "bearer." + api.token("anna", 0), "session." + session)
        .buildAsync(socket(), page).get(5, TimeUnit.SECONDS);
  }

  private int refused(String protocol) {
    CompletionException refusal = assertThrows(CompletionException.class, () ->
        HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("sip", protocol).buildAsync(socket(), new Page()).join());
    return ((WebSocketHandshakeException) refusal.getCause()).getResponse().statusCode();
  }

  private URI socket() {
    return URI.create(api.base().toString().replace("http:", "ws:")).resolve("/api/phone");
  }
}
