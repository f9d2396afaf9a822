package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Kill −9 of the platform while 20 talk, 10 phones ring and 50 callers wait, on real Asterisk, PostgreSQL and Redis. Nobody may notice but by a
 * moment without decisions.
 */
class CrashIT {
  private static final int TALKING = 20;
  private static final int RINGING = 10;
  private static final int WAITING = 50;
  /** The agent who comes to work after the crash. */
  private static final int LATE = TALKING + RINGING + 1;
  /** Answered well after the kill, and before the ring time is over: by Asterisk alone, or by the platform that came back. */
  private static final int RINGS_MS = 6_000;
  private static final int TALKS_MS = 20_000;
  private static final int TALKS_AFTER_MS = 8_000;
  /** From the kill to the first decision: longer is no slow machine, but waiting for something. How fast it is, is measured, not tested. */
  private static final long RESUME_MS = 10_000;
  private static final String FIRST_DECISION = "select at_ms from journal where seq > ? and kind = 'OfferMade' order by seq limit 1";

  @Test
  void whenThePlatformIsKilled_thenTalksGoOnRingingConnectsAndTheWaitingKeepTheirPlaces() throws Exception {
    int talkers = Ports.free();
    int ringers = Ports.free();
    Script script = Script.empty()
        .queue("sales", "ring_s: 60", "wrap_up_s: 0", "announce_position_every_s: 0")
        .file("agents.yaml", agents(talkers, ringers));
    try (Rehearsal rehearsal = Rehearsal.open(script, Progress.SILENT);
        Ledger ledger = new Ledger(rehearsal);
        SippPhones talk = SippPhones.start(rehearsal.home(), "talk",
            new Behaviour.Answers(Span.ofMs(0), Stay.atMostMs(TALKS_MS)), talkers);
        SippPhones ring = SippPhones.start(rehearsal.home(), "ring",
            new Behaviour.Answers(Span.ofMs(RINGS_MS), Stay.atMostMs(TALKS_AFTER_MS)), ringers)) {
      rehearsal.platform().close(); // one that ended in order leaves the archive of its classes, as any does that was ever restarted
      PlatformProcess platform = rehearsal.platform();
      for (int n = 1; n <= TALKING + RINGING; n++) {
        rehearsal.agent(platform, n).signIn();
        rehearsal.agent(platform, n).ready();
      }
      HeadlessAgent late = rehearsal.agent(platform, LATE);
      late.me();
      int all = TALKING + RINGING + WAITING;
      SippCallers callers = SippCallers.start(rehearsal.home(), "callers", dialling(rehearsal.sipPort()), new Volume.Times(all, 25));
      try (callers) {
        ledger.await("select count(*) from journal where kind = 'QueueEntered'", rows -> rows.equals(List.of("" + all)), 30_000);
        ledger.await("select count(*) from journal where kind = 'OfferRang'", rows -> Long.parseLong(rows.getFirst()) >= RINGING, 10_000);
        List<String> places = waiting(ledger);
        assertEquals(WAITING, places.size(), "the scene: " + WAITING + " wait");
        assertEquals(TALKING, ledger.count("select count(*) from journal where kind = 'Connected'"), "the scene: " + TALKING + " talk");
        long seq = ledger.count("select max(seq) from journal");

        long resumeMs;
        long killedMs = System.currentTimeMillis();
        platform.kill();
        try (PlatformProcess restarted = rehearsal.launch()) {
          comesToWork(late);
          long decidedMs = Long.parseLong(ledger.await(FIRST_DECISION, rows -> !rows.isEmpty(), 30_000, seq).getFirst());
          ledger.await("select count(*) from journal where kind = 'CallEnded'", rows -> rows.equals(List.of("" + all)), 120_000);
          assertEverybodyWasServedInHisPlace(ledger, places, seq);
          assertEquals(List.of(), ledger.column(
              "select call || ' ' || (body ->> 'ending') from journal where kind = 'CallEnded' and body ->> 'ending' <> 'AGENT_HUNG_UP'"),
              () -> restarted.logged() + timeline(ledger));
          assertEquals(0, ledger.count(
              "select count(*) from (select call from journal where kind = 'CallEnded' group by call having count(*) <> 1) twice"));
          assertEquals(all, callers.trace().calls().stream().filter(c -> c.ending() == SippCall.Ending.WAS_HUNG_UP).count());
          resumeMs = decidedMs - killedMs;
        }
        System.out.println("from the kill to the first decision: " + resumeMs + " ms");
        assertTrue(resumeMs <= RESUME_MS, "from the kill to the first decision: " + resumeMs + " ms");
      }
    }
  }

  /** Signs in as soon as the platform answers again; there is work at once, for fifty wait. */
  private static void comesToWork(HeadlessAgent agent) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        agent.signIn();
        agent.ready();
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  private static void assertEverybodyWasServedInHisPlace(Ledger ledger, List<String> places, long seq) throws Exception {
    assertEquals(places, ledger.column(
        "select call from journal where kind = 'OfferMade' and seq > ? group by call order by min(seq)", seq),
        "served in the order of their places");
    assertEquals(List.of(), ledger.column(
        "select c.call from journal c join journal q on q.call = c.call and q.kind = 'QueueEntered' where c.kind = 'Connected' and c.seq > ?"
            + " and (c.body ->> 'waitMs')::bigint <> c.at_ms - q.at_ms", seq),
        "their waits go on from where they were");
  }

  /** Of one call that did not end as it should. */
  private static String timeline(Ledger ledger) {
    try {
      return String.join("\n", ledger.column("select at_ms || ' ' || kind || ' ' || body from journal where call = (select call from journal"
          + " where kind = 'CallEnded' and body ->> 'ending' <> 'AGENT_HUNG_UP' order by seq limit 1) order by seq"));
    } catch (SQLException e) {
      return e.toString();
    }
  }

  private static List<String> waiting(Ledger ledger) throws Exception {
    return ledger.column("select q.call from journal q where q.kind = 'QueueEntered'"
        + " and not exists (select 1 from journal o where o.call = q.call and o.kind = 'OfferMade') order by q.at_ms, q.seq");
  }

  private static CallerPlan dialling(int sipPort) {
    return CallerPlan.to(sipPort, "030123451").who(n -> new Dialling("0170" + (1_000_000 + n), "030123451", "Caller " + n));
  }

  private static String agents(int talkers, int ringers) {
    StringBuilder text = new StringBuilder("demo:\n");
    for (int n = 1; n <= LATE; n++) {
      text.append("""
            %1$s:
              display_name: %1$s
              phone: { endpoint: %1$s, contact: "sip:%1$s@127.0.0.1:%2$d" }
              skills: { sales: 5 }
              queues: [sales]
          """.formatted(Script.agent(n), n <= TALKING || n == LATE ? talkers : ringers));
    }
    return text.toString();
  }
}
