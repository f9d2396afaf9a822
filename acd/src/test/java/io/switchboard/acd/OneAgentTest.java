package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static io.switchboard.acd.Shift.wrapUp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Doors;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine.Command;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.time.Hours;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that are for one agent and nobody else. */
class OneAgentTest {
  private static final Map<String, Integer> NONE = Map.of();
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(wrapUp(queue(SALES), 10_000), queue(SUPPORT)),
      List.of(agent("anna", NONE, 3, SALES), agent("ben", NONE, 3, SALES)));

  private final Shift shift = new Shift(SETTINGS);

  private void forAnna(String call) {
    shift.signals.send(new CallSignal.Enqueue(Shift.call(call), SALES, 0, NONE, "", "", "", id("anna"), false, 7_000));
  }

  private List<QueueRefusal> refused() {
    return shift.signals.sent(CallSignal.Refused.class).stream().map(CallSignal.Refused::reason).toList();
  }

  private List<QueueExit> left() {
    return shift.signals.sent(CallSignal.LeftQueue.class).stream().map(CallSignal.LeftQueue::exit).toList();
  }

  @Test
  void whenSheIsReady_thenHerPhoneRingsForAsLongAsItIsSaid_howeverLongOthersAreIdle() {
    shift.ready("ben");
    shift.time.advance(1_000);
    shift.ready("anna");
    forAnna("c1");
    assertEquals(List.of("anna"), shift.rung("c1"));
    assertEquals(7_000, shift.last(Fact.OfferMade.class).ringMs());
    assertEquals(7_000, shift.line.commands(Command.Ringing.class).getLast().ring().ringMs());
    assertEquals("only_agent", shift.last(Fact.OfferMade.class).why().policy());
  }

  @Test
  void whenSheAnswers_thenItIsACallOfHersLikeAnyOther_withTheQueuesWrapUp() {
    shift.ready("anna");
    forAnna("c1");
    shift.answers("c1", 1);
    assertEquals(SALES, shift.last(Fact.Connected.class).queue());
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
  }

  @Test
  void whenSheIsNotReady_thenItIsRefusedAtOnce_andNobodyElseIsRung() {
    shift.ready("ben");
    forAnna("out");
    shift.ready("anna");
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    forAnna("away");
    shift.ask(new AgentRequest.Ready(id("anna")));
    forAnna("hers");
    forAnna("rings");
    shift.answers("hers", 1);
    forAnna("talks");
    assertEquals(List.of(QueueRefusal.AGENT_BUSY, QueueRefusal.AGENT_BUSY, QueueRefusal.AGENT_BUSY, QueueRefusal.AGENT_BUSY), refused());
    assertEquals(List.of("hers"), shift.rungAt("anna"));
    assertEquals(List.of(), shift.rungAt("ben"));
  }

  @ParameterizedTest
  @EnumSource(value = OfferEnding.class, names = {"UNANSWERED", "BUSY", "DECLINED", "UNREACHABLE"})
  void whenSheDoesNotAnswer_thenItLeavesTheQueue_andNobodyElseIsRung(OfferEnding ending) {
    shift.ready("anna", "ben");
    forAnna("c1");
    shift.fails("c1", 1, ending);
    assertEquals(List.of(QueueExit.NO_ANSWER), left());
    assertEquals(List.of("anna"), shift.rung("c1"));
    shift.enters("c2", SALES);
    assertEquals(1, shift.rung("c2").size(), "the queue goes on");
  }

  @Test
  void whenAnOlderCallWaits_thenItIsNotPassedOver() {
    shift.ready("anna");
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    shift.enters("first", SALES);
    shift.ask(new AgentRequest.Ready(id("anna")));
    forAnna("c1");
    assertEquals(List.of("first"), shift.rungAt("anna"));
    assertEquals(List.of(QueueRefusal.AGENT_BUSY), refused());
  }

  @Test
  void whenTheCallerHangsUpWhileItRings_thenSheIsFree() {
    shift.ready("anna");
    forAnna("c1");
    shift.callerHangsUp("c1");
    assertEquals(List.of(QueueExit.ABANDONED), left());
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  @Test
  void whetherTheQueueIsOpenOrFullDoesNotMatter_butAnEmergencyClosureDoes() {
    Hours never = new Hours(ZoneId.of("UTC"), Map.of(), Set.of());
    Shift closed = new Shift(FloorSettings.of(
        List.of(queue(SALES).withDoors(new Doors(1, 0, never, false))), List.of(agent("anna", NONE, 3, SALES))));
    closed.ready("anna");
    closed.signals.send(new CallSignal.Enqueue(Shift.call("c1"), SALES, 0, NONE, "", "", "", id("anna"), false, 7_000));
    assertEquals(List.of("anna"), closed.rung("c1"));
    shift.ready("anna");
    shift.close(SALES, true);
    forAnna("c1");
    assertEquals(List.of(QueueRefusal.EMERGENCY), refused());
  }

  @Test
  void whenThePlatformDiesWhileItRings_thenItGoesOn_andStillNobodyElseHasIt() {
    shift.ready("anna", "ben");
    forAnna("c1");
    Shift back = new Shift(SETTINGS, shift.journal);
    back.restored(List.of("c1"), List.of(new LineEvent.LiveOffer(offer("c1", 1), false)), Set.of());
    assertEquals(List.of(), back.rung("c1"));
    back.fails("c1", 1, OfferEnding.UNANSWERED);
    assertEquals(List.of(QueueExit.NO_ANSWER),
        back.signals.sent(CallSignal.LeftQueue.class).stream().map(CallSignal.LeftQueue::exit).toList());
    assertEquals(List.of(), back.rung("c1"));
  }

  @Test
  void whenThePlatformDiesAndHerLegIsGone_thenItLeavesTheQueue() {
    shift.ready("anna", "ben");
    forAnna("c1");
    Shift back = new Shift(SETTINGS, shift.journal);
    back.restored(List.of("c1"), List.of(), Set.of());
    assertTrue(back.signals.sent(CallSignal.LeftQueue.class).stream().anyMatch(s -> s.exit() == QueueExit.NO_ANSWER));
    assertEquals(List.of(), back.rung("c1"));
  }
}
