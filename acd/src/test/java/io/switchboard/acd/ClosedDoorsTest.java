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
import io.switchboard.acd.queue.Doors;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.time.Hours;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a queue does not take a call, or sends away who waits; and what a waiting caller hears. */
class ClosedDoorsTest {
  private static final Map<String, Integer> NONE = Map.of();
  private static final Hours NEVER = new Hours(ZoneId.of("Europe/Berlin"), Map.of(), Set.of());

  private final Shift shift = new Shift(FloorSettings.of(
      List.of(queue(SALES), queue(SUPPORT)), List.of(agent("anna", NONE, SALES), agent("ben", NONE, SUPPORT))));

  private static QueueSettings sales(int maxWaiting, Hours hours, boolean waitWithoutAgents, long announceMs, boolean onEntry) {
    return QueueSettings.of(SALES).withWaiting(new Waiting(announceMs, onEntry, "jazz"))
        .withDoors(new Doors(maxWaiting, 0, hours, waitWithoutAgents));
  }

  private static Shift with(QueueSettings queue) {
    return new Shift(FloorSettings.of(List.of(queue), List.of(agent("anna", NONE, SALES))));
  }

  private static QueueRefusal refusal(Shift shift) {
    QueueRefusal reason = shift.last(Fact.QueueRefused.class).reason();
    assertEquals(reason, shift.signals.sent(CallSignal.Refused.class).getLast().reason());
    return reason;
  }

  @Test
  void eachReasonToRefuseIsTold() {
    shift.enters("c1", QueueId.of("demo", "nowhere"));
    assertEquals(QueueRefusal.UNKNOWN_QUEUE, refusal(shift));
    shift.enters("c2", SALES);
    assertEquals(QueueRefusal.NO_AGENTS, refusal(shift));
    Shift closed = with(sales(0, NEVER, false, 0, false));
    closed.ready("anna");
    closed.enters("c1", SALES);
    assertEquals(QueueRefusal.CLOSED, refusal(closed));
  }

  @Test
  void aFullQueueRefuses_andTakesAgainWhenSomebodyLeaves() {
    Shift shift = with(sales(2, Hours.always(), true, 0, false));
    shift.enters("c1", SALES);
    shift.enters("c2", SALES);
    shift.enters("c3", SALES);
    assertEquals(QueueRefusal.FULL, refusal(shift));
    shift.callerHangsUp("c1");
    shift.enters("c4", SALES);
    assertEquals(List.of("c2", "c4"), shift.snapshot().calls().stream().map(c -> c.call().value()).toList());
  }

  @Test
  void anAgentWhoIsNotReadyIsEnoughToWaitFor() {
    shift.ask(new AgentRequest.SignIn(id("anna")));
    shift.enters("c1", SALES);
    assertEquals(1, shift.signals.sent(CallSignal.Waiting.class).size());
    assertEquals(List.of(new FakeLine.Command.Music(call("c1"), "default")), shift.line.commands(FakeLine.Command.Music.class));
  }

  @Test
  void whenTheLastAgentSignsOut_thenWhoWaitsLeaves() {
    shift.ask(new AgentRequest.SignIn(id("anna")));
    shift.enters("c1", SALES);
    shift.ask(new AgentRequest.SignOut(id("anna")));
    assertEquals(new CallSignal.LeftQueue(call("c1"), SALES, QueueExit.NO_AGENTS), shift.signals.sent.getLast());
  }

  @Test
  void whenTheLastAgentSignsOutWhileItRings_thenTheCallLeavesToo() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.ask(new AgentRequest.SignOut(id("anna")));
    assertEquals(QueueExit.NO_AGENTS, shift.last(Fact.QueueLeft.class).exit());
    assertEquals(1, shift.journal.facts(Fact.QueueLeft.class).size());
  }

  @Test
  void anEmergencySendsAwayWhoWaits_notWhoRingsOrTalks_andRefusesTheNext() {
    Shift shift = new Shift(FloorSettings.of(
        List.of(queue(SALES)), List.of(agent("anna", NONE, SALES), agent("ben", NONE, SALES))));
    shift.ready("anna", "ben");
    shift.enters("talks", SALES);
    shift.answers("talks", 1);
    shift.enters("rings", SALES);
    shift.enters("waits", SALES);
    assertEquals(new Reply.Accepted("closed"), shift.close(SALES, true));
    assertEquals(List.of(new CallSignal.LeftQueue(call("waits"), SALES, QueueExit.EMERGENCY)),
        shift.signals.sent(CallSignal.LeftQueue.class));
    shift.enters("next", SALES);
    assertEquals(QueueRefusal.EMERGENCY, refusal(shift));
    shift.answers("rings", 1);
    assertEquals(AgentState.TALKING, shift.state("ben"));
    shift.close(SALES, false);
    shift.enters("later", SALES);
    assertEquals(2, shift.snapshot().calls().stream().filter(c -> c.state().name().equals("TALKING")).count());
    assertEquals("later", shift.snapshot().calls().getLast().call().value());
  }

  @Test
  void whoRingsDuringAnEmergencyLeavesWhenNobodyAnswers() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.close(null, true);
    shift.fails("c1", 1, OfferEnding.UNANSWERED);
    assertEquals(QueueExit.EMERGENCY, shift.last(Fact.QueueLeft.class).exit());
  }

  @Test
  void aClosureThatIsInForceAlreadyIsNoNewFact_andAnUnknownQueueIsRefused() {
    shift.close(SALES, true);
    shift.close(SALES, true);
    assertEquals(1, shift.journal.facts(Fact.ClosureSwitched.class).size());
    assertEquals(DEMO, shift.last(Fact.ClosureSwitched.class).tenant());
    Reply reply = shift.close(QueueId.of("demo", "nowhere"), true);
    assertEquals("unknown_queue", assertInstanceOf(Reply.Refused.class, reply).code());
  }

  @Test
  void thePositionIsToldOnEntryAndThenEveryPeriod_untilAPhoneRings() {
    Shift shift = with(sales(0, Hours.always(), true, 30_000, true));
    shift.enters("c1", SALES);
    shift.time.advance(10_000);
    shift.enters("c2", SALES);
    assertEquals(List.of("c1:1", "c2:2"), positions(shift));
    shift.time.advance(20_000);
    assertEquals(List.of("c1:1", "c2:2", "c1:1"), positions(shift));
    shift.ready("anna"); // rings for c1, who counts as before c2 until he is connected
    shift.time.advance(10_000);
    assertEquals("c2:2", positions(shift).getLast());
    shift.answers("c1", 1);
    shift.time.advance(30_000);
    assertEquals(List.of("c1:1", "c2:2", "c1:1", "c2:2", "c2:1"), positions(shift));
  }

  @Test
  void whoIsRungAtOnceHearsNoPosition() {
    Shift shift = with(sales(0, Hours.always(), true, 30_000, true));
    shift.ready("anna");
    shift.enters("c1", SALES);
    assertEquals(List.of(), positions(shift));
  }

  @Test
  void aPriorityCallStandsBeforeOthersInThePositionsToo() {
    Shift shift = with(sales(0, Hours.always(), true, 30_000, true));
    shift.enters("old", SALES);
    shift.time.advance(60_001);
    shift.enters("common", SALES);
    shift.enters("urgent", SALES, 1, NONE);
    assertEquals("urgent:2", positions(shift).getLast());
    assertEquals(3, shift.stage.floor().queues().position(shift.stage.floor().visit(call("common"))));
  }

  @Test
  void aCallMayEnterAgain_andItsOffersGoOnCounting() {
    shift.ready("anna", "ben");
    shift.enters("c1", SALES);
    shift.close(SALES, true);
    shift.fails("c1", 1, OfferEnding.BUSY);
    shift.enters("c1", SUPPORT);
    assertEquals(List.of("anna", "ben"), shift.rung("c1"));
    assertEquals(2, shift.last(Fact.OfferMade.class).offer().attempt());
    assertEquals(2, shift.last(Fact.QueueEntered.class).visit());
    shift.answers("c1", 2);
    shift.talkEnds("c1", 2, Party.CALLER);
    assertEquals(List.of(), shift.snapshot().calls());
  }

  private static List<String> positions(Shift shift) {
    return shift.signals.sent(CallSignal.Announcement.class).stream()
        .map(a -> a.call() + ":" + a.said().getLast().arguments().get("position")).toList();
  }
}
