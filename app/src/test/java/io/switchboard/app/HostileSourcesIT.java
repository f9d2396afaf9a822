package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.http.HostileServer;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Volume;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Callers whose flows look something up in sources that do everything wrong, on real Asterisk: each goes on at {@code failed} within the lookup's
 * limit, whatever the source does, and nobody else waits for it.
 */
class HostileSourcesIT {
  private static final long LIMIT_MS = 1_000;
  /** From the limit to the fact: a timer, the commit, and a machine with other work. */
  private static final long LATE_MS = 1_500;
  /** So much longer the good source may take: on a busy machine it is late too, and that is no failure. */
  private static final long GOOD_LIMIT_MS = 5 * LIMIT_MS;
  private static final int CALLERS_EACH = 6;
  private static final int GOOD_CALLERS = 40;
  /** Before the others come: what has never run yet is slow. */
  private static final int FIRST_CALLERS = 20;
  private static final int CALLS_A_SECOND = 4;
  private static final String GOOD = "good";

  /** Each lookup with a source of its own: what is ill is left alone after a while, and then asked no more. */
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> lookups = new LinkedHashMap<>();

  private void web(String name, String url, String path) {
    sources.put(name, "http: { url: \"" + url + "\" }");
    lookups.put(name, "get: \"" + path + "\", gives: { state: { type: text, at: /status } }");
  }

  private void sql(String name, String url, String statement) {
    sources.put(name, "sql: { url: \"" + url + "\", user: postgres }");
    lookups.put(name, "sql: \"" + statement + "\", gives: { state: text }");
  }

  private static String flow(String lookup) {
    return """
        variables: {state: text}
        first: look
        steps:
          look:
            lookup: {lookup: "%s", into: {state: state}, found: found, nothing: nothing, failed: failed}
          found:
            hangup: {reason: flow_ended}
          nothing:
            hangup: {reason: closed}
          failed:
            play: {prompts: [goodbye], next: over}
          over:
            hangup: {reason: flow_ended}
        """.formatted(lookup);
  }

  private Script script() throws Exception {
    StringBuilder ofSources = new StringBuilder();
    sources.forEach((name, source) -> ofSources.append("  ").append(name).append(": { ").append(source).append(" }\n"));
    StringBuilder ofLookups = new StringBuilder();
    lookups.forEach((name, asked) ->
        ofLookups.append("  ").append(name).append(": { source: ").append(name).append(", ").append(asked).append(", limit_ms: " + (name.equals(GOOD) ? GOOD_LIMIT_MS : LIMIT_MS) + " }\n"));
    Script script = Script.empty().file("lookups.yaml", Files.readString(Checkout.home().resolve("config/lookups.yaml"))
        .replace("\nsources:\n", "\nsources:\n" + ofSources) + ofLookups);
    int n = 0;
    for (String name : lookups.keySet()) {
      script.file("flows/look-" + name + ".yaml", flow(name)).number("+49" + number(n++).substring(1), "look-" + name);
    }
    return script;
  }

  private static String number(int n) {
    return "0301235" + (100 + n);
  }

  @Test
  void whateverASourceDoes_itsCallersGoOnInTime_andNobodyElseWaits() throws Exception {
    try (HostileServer server = new HostileServer()) {
      web(GOOD, server.url(), "/right");
      for (String path : List.of("hangs", "hangs-in-body", "drips-slowly", "drips", "broken", "large", "large-chunked", "nonsense", "html", "redirects", "deep")) {
        web(path, server.url(), "/" + path);
      }
      for (String path : List.of("garbage", "hangs-up", "half-a-header", "endless-header", "silence")) {
        web("raw-" + path, server.rawUrl(), "/" + path);
      }
      web("gone", "http://127.0.0.1:" + Ports.free(), "/");
      String silent = server.rawUrl().replaceAll(".*:", "");
      sql("sql-silent", "jdbc:postgresql://127.0.0.1:" + silent + "/x", "select 'sent' as state");
      sql("sql-gone", "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/x", "select 'sent' as state");
      sources.put("sql-slow", "sql: { url: embedded }");
      lookups.put("sql-slow", "sql: \"select 'sent' as state from pg_sleep(20)\", gives: { state: text }");
      try (Scene scene = Scene.open(script())) {
        callGood(scene);
        callAll(scene);
        assertGood(scene);
        for (String name : lookups.keySet()) {
          if (!name.equals(GOOD)) {
            assertFailedInTime(scene, name);
          }
        }
      }
    }
  }

  private static void callGood(Scene scene) throws Exception {
    try (SippCallers first = callers(scene, GOOD, 0, FIRST_CALLERS, 5)) {
      awaitEnded(scene, FIRST_CALLERS);
    }
  }

  private static SippCallers callers(Scene scene, String name, int n, int count, int perSecond) {
    String dialled = number(n);
    return SippCallers.start(scene.rehearsal.home(), "ask-" + name + "-" + count,
        CallerPlan.to(scene.rehearsal.sipPort(), dialled).who(each -> new Dialling("01" + (600 + n) + (10_000 + each), dialled, "")),
        new Volume.Times(count, perSecond));
  }

  private static void awaitEnded(Scene scene, long calls) throws Exception {
    scene.ledger.await("select count(*) from journal where kind = 'CallEnded'", rows -> rows.equals(List.of("" + calls)), 120_000);
  }

  private void callAll(Scene scene) throws Exception {
    List<SippCallers> all = new ArrayList<>();
    try {
      int n = 0;
      for (String name : lookups.keySet()) {
        all.add(name.equals(GOOD) ? callers(scene, name, n, GOOD_CALLERS, CALLS_A_SECOND) : callers(scene, name, n, CALLERS_EACH, 1));
        n++;
      }
      awaitEnded(scene, FIRST_CALLERS + GOOD_CALLERS + (long) CALLERS_EACH * (lookups.size() - 1));
    } finally {
      for (SippCallers each : all) {
        each.close();
      }
    }
  }

  /** What became of every lookup, and how long it took from the step to its answer, e.g. {@code failed 1004}. */
  private static List<String> took(Scene scene, String lookup) throws Exception {
    return scene.ledger.column("""
        select (l.body ->> 'outcome') || ' ' || (l.at_ms - s.at_ms) from journal l
        join journal s on s.call = l.call and s.kind = 'StepEntered' and s.body ->> 'step' = 'look'
        where l.kind = 'LookedUp' and l.body ->> 'lookup' = ? order by l.at_ms - s.at_ms desc""", lookup);
  }

  private static void assertGood(Scene scene) throws Exception {
    List<String> took = took(scene, GOOD);
    System.out.println(GOOD + ": " + took);
    assertEquals(FIRST_CALLERS + GOOD_CALLERS, took.size());
    assertTrue(took.stream().allMatch(each -> each.startsWith("found ")), took::toString);
    assertTrue(ms(took.get(took.size() / 4)) < LIMIT_MS, () -> "who asks a good source waits as if it were an ill one: " + took);
    long slowest = scene.ledger.count("""
        select max(e.at_ms - a.at_ms) from journal e join journal a on a.call = e.call and a.kind = 'CallArrived' and a.body ->> 'flow' = 'look-good'
        where e.kind = 'CallEnded'""");
    assertTrue(slowest <= GOOD_LIMIT_MS + LATE_MS, "a call with a good source took " + slowest + " ms");
  }

  private static void assertFailedInTime(Scene scene, String lookup) throws Exception {
    List<String> took = took(scene, lookup);
    System.out.println(lookup + ": " + took);
    assertEquals(CALLERS_EACH, took.size(), lookup);
    assertTrue(took.stream().allMatch(each -> each.startsWith("failed ") && ms(each) <= LIMIT_MS + LATE_MS), lookup + ": " + took);
    assertEquals(CALLERS_EACH, scene.ledger.count("""
        select count(*) from journal s join journal a on a.call = s.call and a.kind = 'CallArrived' and a.body ->> 'flow' = ?
        where s.kind = 'StepEntered' and s.body ->> 'step' = 'failed'""", "look-" + lookup), lookup);
  }

  private static long ms(String took) {
    return Long.parseLong(took.substring(took.indexOf(' ') + 1));
  }
}
