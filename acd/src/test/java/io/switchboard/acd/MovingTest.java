package io.switchboard.acd;

import static io.switchboard.acd.Shift.DEMO;
import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.WaitingRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor moves calls that wait. */
class MovingTest {
  private final Shift shift = new Shift(FloorSettings.of(
      List.of(queue(SALES), queue(SUPPORT)), List.of(agent("anna", Map.of(), SALES), agent("ben", Map.of(), SUPPORT))));

  /** So that calls wait. */
  @BeforeEach
  void nobodyIsReady() {
    shift.ask(new AgentRequest.SignIn(id("anna")));
    shift.ask(new AgentRequest.SignIn(id("ben")));
  }

  private Reply ask(WaitingRequest request) {
    return shift.signals.ask(request).toCompletableFuture().getNow(null);
  }

  private void accepted(WaitingRequest request) {
    assertInstanceOf(Reply.Accepted.class, ask(request));
  }

  @Test
  void whenACallIsMoved_thenItHasItsWaitThere_andNobodyGoesOnWithItsFlow() {
    shift.enters("c1", SALES);
    shift.time.advance(60_000);
    shift.enters("c2", SUPPORT);
    accepted(new WaitingRequest.Move(DEMO, call("c1"), SUPPORT, "sam"));
    assertEquals(QueueExit.MOVED, shift.last(Fact.QueueLeft.class).exit());
    assertEquals("sam", shift.last(Fact.QueueEntered.class).by());
    assertEquals(List.of(), shift.signals.sent(CallSignal.LeftQueue.class));
    shift.ready("ben");
    assertEquals(List.of("c1"), shift.rungAt("ben"), "before c2, who came later");
  }

  @Test
  void whenACallGetsPoints_thenItPassesOthers() {
    shift.enters("c1", SALES);
    shift.time.advance(1_000);
    shift.enters("c2", SALES);
    accepted(new WaitingRequest.Prioritise(DEMO, call("c2"), 5, "sam"));
    shift.ready("anna");
    assertEquals(List.of("c2"), shift.rungAt("anna"));
  }

  @Test
  void whenACallIsGivenToAnAgent_thenHisPhoneRings_andElseItIsTheFirstInItsQueue() {
    shift.ready("ben");
    shift.enters("c1", SALES);
    shift.time.advance(1_000);
    shift.enters("c2", SALES);
    accepted(new WaitingRequest.Give(DEMO, call("c2"), id("ben"), "sam"));
    assertEquals(List.of("c2"), shift.rungAt("ben"));
    shift.fails("c2", 1, OfferEnding.UNANSWERED);
    shift.ready("anna");
    assertEquals(List.of("c2"), shift.rungAt("anna"));
    assertEquals(0, shift.stage.brokenOff());
  }

  @Test
  void whenItRingsAlready_thenThatPhoneStops() {
    shift.ready("anna", "ben");
    shift.enters("c1", SALES);
    shift.rings("c1", 1);
    accepted(new WaitingRequest.Give(DEMO, call("c1"), id("ben"), "sam"));
    assertEquals(OfferEnding.WITHDRAWN, shift.last(Fact.OfferEnded.class).ending());
    assertEquals(List.of("anna", "ben"), shift.rung("c1"));
  }

  @Test
  void whatCannotBeMovedIsRefused() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    assertEquals("not_waiting", code(new WaitingRequest.Move(DEMO, call("c1"), SUPPORT, "sam")));
    assertEquals("not_waiting", code(new WaitingRequest.Move(DEMO, call("c9"), SUPPORT, "sam")));
    shift.enters("c2", SALES);
    assertEquals("unknown_queue", code(new WaitingRequest.Move(DEMO, call("c2"), QueueId.of("demo", "x"), "sam")));
    assertEquals("agent_not_ready", code(new WaitingRequest.Give(DEMO, call("c2"), id("ben"), "sam")));
    assertEquals("not_waiting", code(new WaitingRequest.Prioritise(new TenantId("other"), call("c2"), 3, "eve")));
  }

  private String code(WaitingRequest request) {
    return assertInstanceOf(Reply.Refused.class, ask(request)).code();
  }
}
