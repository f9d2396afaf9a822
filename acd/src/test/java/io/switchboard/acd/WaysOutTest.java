package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Doors;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.time.Hours;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ways out of a queue that are neither an answer nor a hang-up. */
class WaysOutTest {
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(queue(SALES).withDoors(new Doors(0, 60_000, Hours.always(), true)), queue(SUPPORT)),
      List.of(agent("anna", Map.of(), 3, SALES)));

  private final Shift shift = new Shift(SETTINGS);

  private void presses(String call, QueueId queue, String key) {
    shift.signals.send(new CallSignal.LeaveQueue(call(call), queue, key));
  }

  private List<CallSignal.LeftQueue> left(Shift shift) {
    return shift.signals.sent(CallSignal.LeftQueue.class);
  }

  @Test
  void whenTheTimeOfTheQueueIsOver_thenTheCallLeaves_notBefore() {
    shift.enters("c1", SALES);
    shift.time.advance(59_999);
    assertEquals(List.of(), left(shift));
    shift.time.advance(1);
    assertEquals(List.of(new CallSignal.LeftQueue(call("c1"), SALES, QueueExit.MAX_WAIT)), left(shift));
    assertEquals(60_000, shift.last(Fact.QueueLeft.class).waitMs());
  }

  @Test
  void eachLeavesAtItsOwnTime() {
    shift.enters("c1", SALES);
    shift.time.advance(20_000);
    shift.enters("c2", SALES);
    shift.callerHangsUp("c1");
    shift.time.advance(59_999);
    assertEquals(1, left(shift).size());
    shift.time.advance(1);
    assertEquals(new CallSignal.LeftQueue(call("c2"), SALES, QueueExit.MAX_WAIT), left(shift).getLast());
  }

  @Test
  void whileAPhoneRingsForIt_itStays_andLeavesWhenNobodyAnswers() {
    shift.enters("c1", SALES);
    shift.time.advance(55_000);
    shift.ready("anna");
    shift.time.advance(10_000);
    assertEquals(List.of(), left(shift));
    shift.fails("c1", 1, OfferEnding.UNANSWERED);
    assertEquals(QueueExit.MAX_WAIT, left(shift).getLast().exit());
  }

  @Test
  void afterARestartTheTimeRunsOn() {
    shift.enters("c1", SALES);
    shift.time.advance(50_000);
    Shift again = new Shift(SETTINGS, shift.journal);
    again.time.advance(50_000);
    again.restored(List.of("c1"), List.of(), Set.of());
    assertEquals(List.of(), left(again));
    again.time.advance(10_000);
    assertEquals(QueueExit.MAX_WAIT, left(again).getLast().exit());
  }

  /** After a restart the stages do not listen yet, and nobody knows who is still there. */
  @Test
  void whileTheLineIsDownNobodyLeavesByTime_andWhenItIsBackWhoIsGoneIsGone() {
    shift.enters("c1", SALES);
    shift.enters("c2", SALES);
    Shift again = new Shift(SETTINGS, shift.journal);
    again.time.advance(90_000);
    assertEquals(List.of(), left(again));
    again.restored(List.of("c2"), List.of(), Set.of());
    assertEquals(
        List.of(
            new CallSignal.LeftQueue(call("c1"), SALES, QueueExit.UNSEEN), new CallSignal.LeftQueue(call("c2"), SALES, QueueExit.MAX_WAIT)),
        left(again));
    again.enters("c3", SALES);
    again.time.advance(60_000);
    assertEquals(new CallSignal.LeftQueue(call("c3"), SALES, QueueExit.MAX_WAIT), left(again).getLast());
  }

  @Test
  void aKeyLeadsOutOfTheQueue_andIsTold() {
    shift.enters("c1", SALES);
    presses("c1", SALES, "1");
    assertEquals(List.of(new CallSignal.LeftQueue(call("c1"), SALES, QueueExit.KEY, "1")), left(shift));
    assertEquals("1", shift.last(Fact.QueueLeft.class).key());
  }

  @Test
  void aKeyWhileAPhoneRings_takesTheOfferBack_andCostsTheAgentNothing() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.time.advance(1_000);
    presses("c1", SALES, "2");
    assertEquals(OfferEnding.WITHDRAWN, shift.last(Fact.OfferEnded.class).ending());
    assertEquals(1, shift.line.commands(FakeLine.Command.Cancel.class).size());
    assertEquals(AgentState.READY, shift.state("anna"));
    assertEquals(0, shift.stage.floor().staff().agent(Shift.id("anna")).strikes());
    shift.enters("c2", SALES);
    assertEquals(List.of("anna"), shift.rung("c2"));
  }

  @Test
  void aKeyThatComesTooLateChangesNothing() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    presses("c1", SALES, "1");
    presses("nobody", SALES, "1");
    shift.enters("c2", SALES);
    presses("c2", SUPPORT, "1");
    assertEquals(List.of(), left(shift));
    assertEquals(AgentState.TALKING, shift.state("anna"));
  }
}
