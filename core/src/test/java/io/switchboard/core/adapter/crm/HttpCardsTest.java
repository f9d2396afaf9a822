package io.switchboard.core.adapter.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.core.adapter.crm.CrmSettings.Field;
import io.switchboard.core.customer.BothCards;
import io.switchboard.core.customer.CustomerCard;
import io.switchboard.core.customer.CustomerCards;
import io.switchboard.core.customer.CustomerCards.Found;
import io.switchboard.core.customer.CustomerCards.State;
import io.switchboard.core.id.TenantId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpCardsTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final String NUMBER = "+491701234567";
  private static final CustomerCard ADA =
      new CustomerCard(5, "Ada", NUMBER, "", "en", "", false, Map.of(), Map.of(), "ours", List.of(), List.of(), List.of(), "");

  private HttpServer crm;
  private HttpCards cards;
  private volatile int status = 200;
  private volatile String answer = "";
  private volatile String asked = "";
  private volatile String token = "";
  private final CountDownLatch silent = new CountDownLatch(1);
  private volatile boolean late;

  @BeforeEach
  void start() throws Exception {
    crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    crm.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    crm.createContext("/", exchange -> {
      asked = exchange.getRequestURI().toString();
      token = exchange.getRequestHeaders().getFirst("Authorization");
      try {
        if (late) {
          silent.await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    crm.start();
    cards = within(20_000); // a busy machine makes its first request in seconds
  }

  private HttpCards within(long limitMs) {
    return new HttpCards(Map.of(DEMO, new CrmSettings(
        "http://127.0.0.1:" + crm.getAddress().getPort() + "/contacts?phone={number}&d={digits}", Map.of("Authorization", "Bearer x"), limitMs,
        JsonPointer.compile("/contacts"),
        Map.of(Field.NAME, JsonPointer.compile("/name"), Field.COMPANY, JsonPointer.compile("/account/name"), Field.VALUE_CLASS,
            JsonPointer.compile("/tier"), Field.DO_NOT_CALL, JsonPointer.compile("/dnc"), Field.LINK, JsonPointer.compile("/url")))));
  }

  @AfterEach
  void stop() {
    silent.countDown();
    cards.close();
    crm.stop(0);
  }

  private static Found get(CustomerCards cards) throws Exception {
    return cards.lookup(DEMO, NUMBER).toCompletableFuture().get(25, TimeUnit.SECONDS);
  }

  private static CustomerCards ours(Found found) {
    return (tenant, number) -> CompletableFuture.completedFuture(found);
  }

  @Test
  void theFieldsAreWhereTheMappingSays() throws Exception {
    answer = "{\"contacts\":[{\"name\":\"Ada L.\",\"account\":{\"name\":\"Engines\"},\"tier\":\"vip\",\"dnc\":true,\"url\":\"https://crm.example/7\"},{\"x\":1}]}";
    Found found = get(cards);
    assertEquals("/contacts?phone=%2B491701234567&d=491701234567", asked);
    assertEquals("Bearer x", token);
    assertEquals(1, found.cards().size(), "one without a name is none");
    CustomerCard card = found.cards().getFirst();
    assertEquals(List.of("Ada L.", "Engines", "vip", "https://crm.example/7"), List.of(card.name(), card.company(), card.valueClass(), card.link()));
    assertTrue(card.doNotCall());
    answer = answer.replace("https://crm.example/7", "javascript:alert(1)");
    assertEquals("", get(cards).cards().getFirst().link());
  }

  @Test
  void nobodyIsNoFailure_andAnErrorIs() throws Exception {
    status = 404;
    assertEquals(Found.NOBODY, get(cards));
    status = 200;
    answer = "{\"contacts\":[]}";
    assertEquals(Found.NOBODY, get(cards));
    answer = "<html>";
    assertEquals(Found.FAILED, get(cards));
    status = 500;
    assertEquals(Found.FAILED, get(cards));
  }

  @Test
  void whenTheCrmIsLate_thenOurOwnCardStandsWithinTheLimit() throws Exception {
    late = true;
    try (HttpCards impatient = within(300)) { // the CRM answers only when this test is over
      assertEquals(new Found(State.DONE, List.of(ADA)), get(new BothCards(ours(new Found(State.DONE, List.of(ADA))), impatient)));
      assertEquals(Found.FAILED, get(new BothCards(ours(Found.NOBODY), impatient)));
    }
  }

  @Test
  void whomBothKnowKeepsWhatWeWrote_andGetsWhatIsEmpty() throws Exception {
    answer = "{\"contacts\":[{\"name\":\"Ada L.\",\"account\":{\"name\":\"Engines\"},\"tier\":\"vip\",\"url\":\"https://crm.example/7\"}]}";
    CustomerCard card = get(new BothCards(ours(new Found(State.DONE, List.of(ADA))), cards)).cards().getFirst();
    assertEquals(List.of("Ada", "Engines", "vip", "ours", "https://crm.example/7"),
        List.of(card.name(), card.company(), card.valueClass(), card.notes(), card.link()));
    assertEquals("Ada L.", get(new BothCards(ours(Found.NOBODY), cards)).cards().getFirst().name());
    assertEquals("Ada L.", get(new BothCards(ours(Found.FAILED), cards)).cards().getFirst().name());
  }
}
