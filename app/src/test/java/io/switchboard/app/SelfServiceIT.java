package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PromptEar;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Ports;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers of the demo company serve themselves by telephone: keys, data and speech are real. */
class SelfServiceIT {
  private static final String NUMBER = "030123453";
  private static final Duration SOON = Duration.ofSeconds(20);
  /** A customer of the demo company, and one with an open bill. */
  private static final String CUSTOMER = "01701010001";
  private static final String DEBTOR = "01701010004";
  private static final Pattern ACCOUNT = Pattern.compile("\"account\": \"(\\d+)\"");

  private static final int PHONES = Ports.free();

  private static Scene scene;
  private static Ear ear;
  private static int callers;

  @BeforeAll
  static void open() throws Exception {
    scene = Scene.open(Script.empty().number("+4930123453", "self-service").queue("support", "wait_without_agents: true")
        .agents(1, PHONES, "support"));
    ear = PromptEar.of(scene.rehearsal, Map.of());
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  /** Someone with a phone at his ear. */
  private static final class Caller implements AutoCloseable {
    private final String from;
    private final Handsets handsets = Handsets.open(1);
    private final SippCallers sipp;

    Caller(String from) {
      this.from = from;
      this.sipp = SippCallers.start(
          scene.rehearsal.home(), "customer-" + ++callers,
          CallerPlan.to(scene.rehearsal.sipPort(), NUMBER).who(n -> new Dialling(from, NUMBER, "")).hearingAt(handsets.ports())
              .staying(Stay.atMostMs(60_000)),
          new Volume.Times(1, 10));
    }

    double hears(String prompt, double fromS) throws Exception {
      return ear.awaits(handsets.get(0), prompt, fromS, SOON);
    }

    void presses(String keys) throws Exception {
      handsets.get(0).press(keys).get(20, TimeUnit.SECONDS);
    }

    String call() throws Exception {
      return scene.ledger.call("+49" + from.substring(1));
    }

    /** Waits until his flow has come to this step, written {@code flow/step}. */
    void comesTo(String step) throws Exception {
      scene.ledger.await(
          "select concat(body ->> 'flow', '/', body ->> 'step') from journal where call = ? and kind = 'StepEntered' order by seq",
          rows -> rows.contains(step), Scene.SOON_MS, call());
    }

    List<String> remembered() throws Exception {
      return scene.ledger.await("select body ->> 'values' from journal where call = ? and kind = 'Remembered' order by seq",
          rows -> rows.toString().contains("account"), Scene.SOON_MS, call());
    }

    String account() throws Exception {
      Matcher account = ACCOUNT.matcher(remembered().toString());
      assertTrue(account.find(), remembered().toString());
      return account.group(1);
    }

    /** The last four digits of his account, backwards: so the demo company gives them out. */
    String pin() throws Exception {
      return new StringBuilder(account()).reverse().substring(0, 4);
    }

    @Override
    public void close() {
      sipp.close();
      scene.rehearsal.asterisk().console("channel request hangup all");
      handsets.close();
    }
  }

  @Test
  void aCustomerIsKnownByHisNumberAndHisPin_andHearsHisBalance() throws Exception {
    try (Caller caller = new Caller(CUSTOMER)) {
      caller.hears("en/choose-language", 0);
      caller.presses("1");
      caller.hears("en/self-service/topics", 0);
      caller.presses("1");
      double wrongS = caller.hears("en/identify/ask-pin", 0);
      caller.presses("1111");
      caller.hears("en/identify/wrong-pin", wrongS);
      caller.presses(caller.pin());
      caller.comesTo("self-service/tell-balance");
      caller.hears("en/self-service/more", 0);
      caller.presses("0");
      caller.comesTo("self-service/service");
      assertTrue(caller.remembered().stream().anyMatch(values -> values.contains("\"currency\": \"EUR\"")), caller.remembered().toString());
      assertFalse(caller.remembered().toString().contains("\"" + caller.pin() + "\""), "the PIN is remembered");
    }
  }

  @Test
  void whenSomeoneAsksForAColleague_thenTheAgentSeesWhoHeIsAndWhatItIsAbout_butNotThePin() throws Exception {
    HeadlessAgent anna = scene.agent(Script.agent(1));
    try (Caller caller = new Caller(CUSTOMER); SippPhones phone = scene.phones("anna", new Behaviour.RingsOnly(), PHONES)) {
      anna.signIn();
      caller.hears("en/choose-language", 0);
      caller.presses("1");
      caller.hears("en/self-service/topics", 0);
      caller.presses("1");
      caller.hears("en/identify/ask-pin", 0);
      String pin = caller.pin();
      caller.presses(pin);
      caller.hears("en/self-service/more", 0);
      caller.presses("0");
      caller.comesTo("self-service/service");
      assertNull(anna.me().get("call"));
      anna.ready();

      Map<String, Object> call = call(Scene.await(anna::me, me -> me.get("call") != null));
      assertEquals(List.of(caller.call(), "support", "+491701010001"), List.of(call.get("call"), call.get("queue"), call.get("caller")));
      assertEquals("en", attached(call).get("language"));
      assertEquals("choose-language 1, topics 1, more 0", told(call, "chosen", "step", "answer"));
      String known = told(call, "known", "name", "value");
      assertTrue(known.contains("topic balance") && known.contains("account " + caller.account()), known);
      assertFalse(known.contains(" " + pin) || known.contains("pin "), "the PIN is shown: " + known);
      assertEquals(attached(call), attached(scene.live(caller.call(), "ringing")));
      assertEquals(attached(call), attached(scene.supervisor.get("/api/calls/" + caller.call())));
    }
    anna.signOut();
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Map<String, Object> call(Map<String, Object> me) {
    return (Map<String, Object>) me.get("call");
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Map<String, Object> attached(Map<String, Object> call) {
    return (Map<String, Object>) call.get("attached");
  }

  @SuppressWarnings("unchecked") // as the API says
  private static String told(Map<String, Object> call, String list, String what, String value) {
    return ((List<Map<String, Object>>) attached(call).get(list)).stream().map(each -> each.get(what) + " " + each.get(value))
        .collect(Collectors.joining(", "));
  }

  @Test
  void digitsOfACardAreNowhereButAtTheBank() throws Exception {
    String card = "4111111111111111";
    try (Caller caller = new Caller(DEBTOR)) {
      caller.hears("en/choose-language", 0);
      caller.presses("1");
      caller.hears("en/self-service/topics", 0);
      caller.presses("2");
      caller.hears("en/identify/ask-pin", 0);
      caller.presses(caller.pin());
      caller.comesTo("pay-by-card/offer");
      caller.presses("1");
      caller.hears("en/pay-by-card/card", 0);
      caller.presses(card + "#");
      caller.hears("en/pay-by-card/expiry", 0);
      caller.presses("1229");
      caller.hears("en/pay-by-card/code", 0);
      caller.presses("123#");
      caller.comesTo("pay-by-card/thanks");
      assertTrue(caller.remembered().toString().contains("\"last_digits\": \"1111\""), caller.remembered().toString());
    }
    assertNowhere(card);
  }

  /** Neither in the journal nor in any file that the platform, Asterisk, PostgreSQL or Redis wrote. */
  private static void assertNowhere(String digits) throws Exception {
    assertEquals(List.of(), scene.ledger.await("select kind from journal where body::text like '%' || ? || '%'", rows -> true, Scene.SOON_MS, digits));
    Files.walkFileTree(scene.rehearsal.home(), new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (file.toString().matches(".*\\.(log|aof|rdb|txt)|.*/log/.*|.*/(full|messages|heard)")) {
          assertFalse(holds(file, digits), "they stand in " + file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
        if (why instanceof NoSuchFileException) { // servers that run take files of theirs away
          return FileVisitResult.CONTINUE;
        }
        throw why;
      }
    });
  }

  private static boolean holds(Path file, String digits) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(digits);
  }
}
