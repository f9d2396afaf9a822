package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Servers that are not there, at the start and in the middle of calls. */
class AbsentServersIT {
  private static final int AGENTS = 4;
  private static final int CALLS = 24;
  private static final int TALKS_MS = 1_500;

  private static Rehearsal rehearsal;
  private static PlatformProcess platform;
  private static Scene scene;

  /** Asterisk is the one that is absent at the start. */
  @BeforeAll
  static void open() throws Exception {
    int phones = Ports.free();
    rehearsal = Rehearsal.open(Script.empty()
        .queue("busy", "ring_s: 20", "wrap_up_s: 0", "announce_position_every_s: 0", "announce_position_on_entry: false")
        .direct("+4930123461", "busy")
        .agents(AGENTS, phones, "busy"), Progress.SILENT);
    rehearsal.asterisk().kill();
    platform = rehearsal.launch();
    Scene.await(() -> platform.logged(), text -> text.contains("trying again until it is there"), 60_000);
    Scene.await(AbsentServersIT::answers, "yes"::equals, 60_000);
    scene = Scene.of(rehearsal, platform);
    assertEquals("down", scene.part("asterisk"));
    rehearsal.startAsteriskAgain(rehearsal.asterisk().directory());
    Scene.await(() -> scene.part("asterisk"), "up"::equals);
    scene.phones("phones", new Behaviour.Answers(Span.ofMs(100), Stay.atMostMs(TALKS_MS)), phones);
    for (int n = 1; n <= AGENTS; n++) {
      scene.ready(Script.agent(n));
    }
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    } else if (rehearsal != null) {
      if (platform != null) {
        platform.close();
      }
      rehearsal.close();
    }
  }

  @Test
  void whenAsteriskComesAfterThePlatform_thenThePlatformServesItsCalls() throws Exception {
    assertEquals("AGENT_HUNG_UP", scene.calls("030123461", Stay.untilHungUp()).ending());
  }

  @Test
  void whenRedisIsEmptiedAndDies_thenNothingChangesForCallsAndHealthSaysSo() throws Exception {
    try (SippCallers callers = many("redis")) {
      awaitConnected("redis", 2);
      assertEquals("+OK", redis("FLUSHALL"));
      awaitConnected("redis", 6);
      rehearsal.redis().kill();
      Scene.await(() -> scene.part("redis"), state -> !state.equals("up"));
      assertAllServed("redis", callers);
      rehearsal.startRedisAgain();
      Scene.await(() -> scene.part("redis"), "up"::equals);
    }
  }

  @Test
  void whenPostgresDiesAndComesBack_thenNoCallIsTouchedAndNoFactIsLost() throws Exception {
    try (SippCallers callers = many("postgres")) {
      awaitConnected("postgres", 4);
      rehearsal.postgres().kill();
      Scene.await(() -> scene.part("journal"), "degraded"::equals);
      assertEquals("down", scene.part("postgres"));
      Scene.await(() -> callers.trace().count(SippCall.Ending.WAS_HUNG_UP), ended -> ended >= CALLS / 2, 60_000);
      rehearsal.startPostgresAgain();
      scene.ledger.again(rehearsal);
      Scene.await(() -> scene.part("journal"), "up"::equals);
      assertAllServed("postgres", callers);
    }
  }

  /** Calls one after the other, told apart from those of other tests by their name. */
  private static SippCallers many(String who) {
    int first = who.equals("redis") ? 2_000_000 : 3_000_000;
    return SippCallers.start(rehearsal.home(), who, CallerPlan.to(rehearsal.sipPort(), "030123461")
        .who(n -> new Dialling("0170" + (first + n), "030123461", who)), new Volume.Times(CALLS, 10));
  }

  private static final String OF = " j where j.call in (select call from journal where kind = 'CallArrived' and body ->> 'callerName' = ?)";

  private static void awaitConnected(String who, long least) throws Exception {
    scene.ledger.await("select count(*) from journal" + OF + " and kind = 'Connected'",
        rows -> Long.parseLong(rows.getFirst()) >= least, Scene.SOON_MS, who);
  }

  private static void assertAllServed(String who, SippCallers callers) throws Exception {
    scene.ledger.await("select count(*) from journal" + OF + " and kind = 'CallEnded'",
        rows -> Long.parseLong(rows.getFirst()) >= CALLS, 90_000, who);
    assertEquals(List.of("AGENT_HUNG_UP " + CALLS), scene.ledger.column("select (body ->> 'ending') || ' ' || count(*) from journal" + OF
        + " and kind = 'CallEnded' group by body ->> 'ending'", who), "each ended once, and well");
    assertEquals(CALLS, scene.ledger.count("select count(distinct call) from journal" + OF + " and kind = 'Connected'", who));
    assertEquals(CALLS, Scene.await(() -> callers.trace().count(SippCall.Ending.WAS_HUNG_UP), ended -> ended >= CALLS));
    assertEquals(scene.ledger.column("select call from journal" + OF + " and kind = 'QueueEntered' order by at_ms, seq", who),
        scene.ledger.column("select call from journal" + OF + " and kind = 'OfferMade' group by call order by min(seq)", who),
        "served in the order of their places");
  }

  private static String answers() {
    try {
      rehearsal.supervisor(platform).logIn();
      return "yes";
    } catch (Exception notYet) {
      return notYet.toString();
    }
  }

  private static String redis(String command) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(rehearsal.redis().host(), rehearsal.redis().port()), 5_000);
      socket.getOutputStream().write(
          ("AUTH " + rehearsal.redis().password() + "\r\n" + command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertTrue(answer.startsWith("+OK\r\n"), answer);
      return answer.lines().skip(1).findFirst().orElse("");
    }
  }
}
