package io.switchboard.acd;

import static io.switchboard.acd.Shift.DEMO;
import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.CallOrder;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhichCallTest {
  private static final Map<String, Integer> NONE = Map.of();

  private static Shift with(QueueSettings... queues) {
    return new Shift(new FloorSettings(
        List.of(queues), List.of(agent("anna", NONE, SALES, SUPPORT), agent("ben", NONE, SALES)), Map.of(DEMO, new FloorSettings.Names(Set.of(), Map.of("vip", 5, "b", 1))),
        60_000, 30_000, 3_000));
  }

  private static Shift busy(QueueSettings... queues) {
    Shift shift = with(queues);
    shift.ready("anna");
    shift.enters("busy", queues[0].id());
    shift.answers("busy", 1);
    return shift;
  }

  private static void enters(Shift shift, String call, String valueClass) {
    shift.signals.send(new CallSignal.Enqueue(Shift.call(call), SALES, 0, NONE, "", "", valueClass, null));
  }

  private static String next(Shift shift, String before) {
    shift.talkEnds(before, 1, Party.CALLER);
    String next = shift.rungAt("anna").getLast();
    shift.answers(next, 1);
    return next;
  }

  @Test
  void theQueueWithTheTighterGoalIsMoreUrgent_untilTheOtherIsDueEarlier() {
    Shift shift = busy(queue(SALES).withOrder(new CallOrder(0, 10_000)), queue(SUPPORT).withOrder(new CallOrder(0, 60_000)));
    shift.enters("due at 60 s", SUPPORT);
    shift.time.advance(49_000);
    shift.enters("due at 59 s", SALES);
    shift.time.advance(2_000);
    shift.enters("due at 61 s", SALES);
    assertEquals("due at 59 s", next(shift, "busy"));
    assertEquals("due at 60 s", next(shift, "due at 59 s"));
    assertEquals("due at 61 s", next(shift, "due at 60 s"));
  }

  @Test
  void aCustomersClassIsWorthItsPoints_andAnUnknownOneNothing() {
    Shift shift = busy(queue(SALES));
    enters(shift, "common", "");
    enters(shift, "unheard of", "platinum");
    shift.time.advance(59_000);
    enters(shift, "bronze", "b");
    shift.time.advance(200_000);
    enters(shift, "important", "vip");
    assertEquals("important", next(shift, "busy")); // 259 s later, with 5 minutes to its credit
    assertEquals("bronze", next(shift, "important"));
    assertEquals("common", next(shift, "bronze"));
    assertEquals("unheard of", next(shift, "common"));
  }

  /** However many better calls come: who waits is passed only by those that enter within the stated time. */
  @Test
  void nobodyStarves() {
    CallOrder order = new CallOrder(0, 20_000);
    long bound = order.overtakenForMs(0, 15, 20_000, 60_000);
    assertEquals(15 * 60_000, bound);
    Shift shift = busy(queue(SALES).withOrder(order));
    long enteredMs = shift.time.nowMs();
    enters(shift, "patient", "");
    String at = "busy";
    int passed = 0;
    while (!at.equals("patient")) {
      shift.signals.send(new CallSignal.Enqueue(Shift.call("vip" + passed), SALES, 10, NONE, "", "", "vip", null));
      shift.signals.send(new CallSignal.Enqueue(Shift.call("more" + passed), SALES, 10, NONE, "", "", "vip", null));
      shift.time.advance(30_000);
      at = next(shift, at);
      passed++;
      assertTrue(passed < 1_000, "starves");
    }
    long overtakers = shift.journal.facts(Fact.Connected.class).stream().filter(c -> c.call().value().matches("vip.*|more.*"))
        .filter(c -> c.atMs() - c.waitMs() > enteredMs + bound).count();
    assertEquals(0, overtakers);
    assertTrue(passed > 30, "it was never passed: the test shows nothing");
  }

  private static QueueSettings reserving(int agents, int points) {
    return queue(SALES).withChoice(new Choice(AgentPolicy.LONGEST_IDLE, new Reserve(agents, points), 0));
  }

  @Test
  void theLastReadyAgentIsKeptForWhoHasThePoints() {
    Shift shift = with(reserving(1, 5), queue(SUPPORT));
    shift.ready("anna", "ben");
    enters(shift, "c1", "");
    assertEquals(List.of("anna"), shift.rung("c1"));
    enters(shift, "c2", "b");
    assertEquals(List.of(), shift.rung("c2"));
    enters(shift, "c3", "vip");
    assertEquals(List.of("ben"), shift.rung("c3"));
    shift.answers("c1", 1);
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(List.of(), shift.rung("c2")); // anna is the last now
    shift.answers("c3", 1);
    shift.talkEnds("c3", 1, Party.CALLER);
    assertEquals(List.of("anna"), shift.rung("c2"));
  }

  @Test
  void whoHasWaitedForItIsLetToTheReserve() {
    Shift shift = with(reserving(1, 5), queue(SUPPORT));
    shift.ready("anna");
    enters(shift, "c1", "b");
    shift.time.advance(4 * 60_000 - 1);
    assertEquals(List.of(), shift.rung("c1"));
    shift.time.advance(1);
    assertEquals(List.of("anna"), shift.rung("c1"));
    assertEquals("reserve_released", shift.last(Fact.OfferMade.class).why().trigger());
  }

  @Test
  void theReserveIsOfTheQueue_notOfItsAgents() {
    Shift shift = with(reserving(1, 5), queue(SUPPORT));
    shift.ready("anna");
    enters(shift, "c1", "");
    shift.enters("c2", SUPPORT);
    assertEquals(List.of("anna"), shift.rung("c2"));
  }

  @Test
  void whoEntersIsWrittenDownWithWhenHeIsDue_soThatTheBoardHasTheOrderToo() {
    Shift shift = busy(queue(SALES).withOrder(new CallOrder(2, 10_000)));
    shift.signals.send(new CallSignal.Enqueue(Shift.call("c1"), SALES, 3, NONE, "", "", "vip", null));
    assertEquals(Shift.START + 10_000 - 10 * 60_000, shift.last(Fact.QueueEntered.class).dueMs());
    assertEquals(shift.stage.floor().visit(Shift.call("c1")).placeMs(), shift.last(Fact.QueueEntered.class).dueMs());
  }
}
