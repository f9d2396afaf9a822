package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What nobody in his right mind dials: refused by Asterisk or brought to one end like any call, and a talk goes on undisturbed through all of it. */
class HostileSipIT {
  private static final int LONG = HostileDialling.LONG;
  /** Fewer calls than this taken, and Asterisk would refuse what it is here to take. */
  private static final int MANY = 30;
  /** What may be kept and shown of a name or number. */
  private static final Pattern PLAIN = Pattern.compile("[^\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]{0,80}");

  private static Scene scene;
  private static Bystander bystander;

  @BeforeAll
  static void someoneTalks() throws Exception {
    scene = Bystander.scene();
    bystander = Bystander.talks(scene);
  }

  @AfterAll
  static void heNoticedNothing() throws Exception {
    try (Scene closing = scene) {
      if (bystander == null) {
        return; // he never got through
      }
      bystander.noticedNothing();
      assertEquals(List.of(), closing.platform.logged().lines().filter(line -> line.matches(".* (WARN|ERROR) .*|\\s+at .*")).toList());
    }
  }

  // --- names and numbers

  /** @param hungUp whether Asterisk hung up in the end */
  private record Outcome(HostileDialling attack, int status, boolean hungUp) {}

  @Test
  void whenNamesAndNumbersAreHostile_thenEachCallIsRefusedOrComesToItsEnd_andWhatIsKeptIsShortAndPlain() throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> calling = HostileDialling.all().stream().map(attack -> callers.submit(() -> call(attack))).toList();
      int most = 0;
      while (!calling.stream().allMatch(Future::isDone)) {
        List<Map<String, Object>> live = calls("/api/calls");
        live.forEach(HostileSipIT::isPlain);
        most = Math.max(most, live.size());
      }
      assertTrue(most > MANY, most + " were seen at once");
      for (Future<Outcome> each : calling) {
        outcomes.add(each.get());
      }
    }
    assertTrue(outcomes.stream().filter(each -> each.status() == 200).count() > MANY, outcomes::toString);
    for (Outcome outcome : outcomes) {
      String what = outcome.toString();
      String mark = outcome.attack().mark();
      List<String> call = scene.ledger.column(
          "select call from journal where kind = 'CallArrived' and (body ->> 'called' = ? or body ->> 'caller' = ?)", mark, mark);
      if (outcome.status() != 200) {
        assertTrue(outcome.status() == RawCaller.SILENCE || outcome.status() >= 400, what);
        assertEquals(List.of(), call, what);
      } else {
        assertEquals(1, call.size(), what);
        assertTrue(outcome.hungUp(), what);
        List<String> facts = scene.ledger.kinds(call.getFirst(), "InteractionClosed");
        assertEquals(List.of("CallArrived", "StepEntered", "StepEntered", "CallEnded", "InteractionClosed"), facts, what);
        assertEquals("UNKNOWN_NUMBER", scene.ledger.ending(call.getFirst()), what);
      }
    }
    calls("/api/calls?recent=1000").forEach(HostileSipIT::isPlain);
    for (String field : List.of("called", "caller", "callerName")) {
      scene.ledger.column("select body ->> ? from journal where kind = 'CallArrived'", field).forEach(HostileSipIT::isPlain);
    }
    scene.awaitHeard("en", "unknown-number", Map.of());
  }

  private static Outcome call(HostileDialling attack) throws Exception {
    try (RawCaller caller = new RawCaller(scene.rehearsal.sipPort())) {
      int status = caller.dials(attack.number(), attack.who(), RawCaller.SDP);
      return new Outcome(attack, status, status == 200 && caller.isHungUp(Scene.SOON_MS));
    }
  }

  @SuppressWarnings("unchecked") // as the API says
  private static List<Map<String, Object>> calls(String path) throws Exception {
    return (List<Map<String, Object>>) scene.supervisor.get(path).get("calls");
  }

  private static void isPlain(Map<String, Object> call) {
    for (String field : List.of("called", "caller", "caller_name")) {
      isPlain(String.valueOf(call.get(field)));
    }
  }

  private static void isPlain(String text) {
    assertTrue(PLAIN.matcher(text).matches(), () -> text.length() + " characters: " + text);
  }

  @Test
  void whenAHostileNameReachesAnAgent_thenTheyTalk() throws Exception {
    scene.ready("ben");
    String name = "x\\\"%0d%0aAction: Hangup%0d%0a, <sip:anna@h> ${EXTEN} \\\\" + HostileDialling.utf8("\uD83D\uDE00\u202e\u0085");
    try (RawCaller caller = new RawCaller(scene.rehearsal.sipPort())) {
      assertEquals(200, caller.dials("030123462", "\"" + name + "\" <sip:01727779999@h>", RawCaller.SDP));
      String call = scene.ledger.call("+491727779999");
      assertTrue(scene.ledger.kinds(call, "Connected").contains("OfferRang"));
      scene.live(call, "talking");
      assertEquals(200, caller.hangsUp());
      assertEquals("CALLER_HUNG_UP_AFTER_TALK", scene.ledger.ending(call));
    }
    Scene.await(() -> scene.agentNow("ben").get("state"), "ready"::equals);
    scene.signOut("ben");
  }

  // --- keys

  private static final String RELAY = "application/dtmf-relay";

  @Test
  void whenKeysBySipInfoAreHostile_thenOnlyAKeyAnswersTheMenu() throws Exception {
    try (RawCaller caller = new RawCaller(scene.rehearsal.sipPort())) {
      assertEquals(200, caller.dials("030123450", HostileDialling.from("01727778888"), RawCaller.SDP));
      caller.speaks();
      String call = scene.ledger.call("+491727778888");
      for (String body : MalformedSip.KEYS) {
        int status = caller.info(RELAY, body);
        assertTrue(status == 200 || status >= 400, status + " to " + body);
      }
      assertEquals(500, caller.info("application/dtmf", "x".repeat(LONG)));
      assertEquals(200, caller.info(RELAY, "Signal=d\r\nDuration=160\r\n"));
      assertEquals(200, caller.info(RELAY, "Signal=1\r\nDuration=160\r\n"));
      assertEquals(List.of("wrong_key", "1"), answers(call, 2));
      assertEquals(200, caller.info(RELAY, "Signal=2\r\nDuration=4294967295\r\n"));
      assertEquals(List.of("wrong_key", "1", "2"), answers(call, 3));
      scene.ledger.await("select body ->> 'step' from journal where call = ? and kind = 'StepEntered' order by seq",
          steps -> steps.contains("no-agents"), Scene.SOON_MS, call);
      assertEquals(200, caller.hangsUp());
      assertEquals("CALLER_HUNG_UP_IN_FLOW", scene.ledger.ending(call));
    }
  }

  @Test
  void whenAKeyComesBySipInfoRightAfterTheAnswer_thenItAnswersTheMenu_whateverTheOfferSaysOfKeys() throws Exception {
    for (String sdp : List.of(RawCaller.SDP, RawCaller.SDP_WITH_EVENTS)) {
      try (RawCaller caller = new RawCaller(scene.rehearsal.sipPort())) {
        String user = "172777" + (sdp.equals(RawCaller.SDP) ? "7777" : "7778");
        assertEquals(200, caller.dials("030123450", HostileDialling.from("0" + user), sdp));
        caller.speaks();
        assertEquals(200, caller.info(RELAY, "Signal=1\r\nDuration=160\r\n"));
        String call = scene.ledger.call("+49" + user);
        assertEquals(List.of("1"), answers(call, 1));
        assertEquals(200, caller.hangsUp());
        assertEquals("CALLER_HUNG_UP_IN_FLOW", scene.ledger.ending(call));
      }
    }
  }

  private static List<String> answers(String call, int count) throws Exception {
    return scene.ledger.await("select body ->> 'answer' from journal where call = ? and kind = 'MenuAnswered' order by seq",
        rows -> rows.size() >= count, Scene.SOON_MS, call);
  }

  // --- what is no SIP

  @Test
  void whenPacketsAreMalformed_thenTheyAreRefusedOrDropped_andNobodyArrives() throws Exception {
    for (UnaryOperator<String> broken : MalformedSip.PACKETS) {
      try (RawCaller caller = new RawCaller(scene.rehearsal.sipPort())) {
        String packet = broken.apply(caller.invite("030778000", HostileDialling.from("0170"), RawCaller.SDP));
        int status = caller.throwsIn(packet);
        assertTrue(status == RawCaller.SILENCE || status >= 400, () -> status + " to " + packet);
      }
    }
    for (String sdp : MalformedSip.OFFERS) {
      try (RawCaller caller = new RawCaller(scene.rehearsal.sipPort())) {
        int status = caller.dials("030778000", HostileDialling.from("0170"), sdp);
        assertTrue(status >= 400, () -> status + " to " + sdp);
      }
    }
    assertEquals(0, scene.ledger.count("select count(*) from journal where kind = 'CallArrived' and body ->> 'called' = '+4930778000'"));
  }
}
