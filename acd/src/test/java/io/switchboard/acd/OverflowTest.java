package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Doors;
import io.switchboard.acd.queue.Overflow;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.time.Hours;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OverflowTest {
  private static final Map<String, Integer> NONE = Map.of();

  private static FloorSettings settings(Overflow... rules) {
    QueueSettings sales = queue(SALES).withDoors(new Doors(0, 0, Hours.always(), true, List.of(rules)));
    return FloorSettings.of(List.of(sales, queue(SUPPORT).withDoors(new Doors(0, 0, Hours.always(), true))),
        List.of(agent("anna", NONE, 3, SALES), agent("ben", NONE, 3, SUPPORT)));
  }

  private static List<CallSignal.LeftQueue> left(Shift shift) {
    return shift.signals.sent(CallSignal.LeftQueue.class);
  }

  private static CallSignal.LeftQueue over(String call, String rule) {
    return new CallSignal.LeftQueue(call(call), SALES, QueueExit.OVERFLOW, "", rule);
  }

  @Test
  void atEntryWhoFindsTooManyBeforeHimIsSentOn_unlessAnAgentIsReady() {
    Shift shift = new Shift(settings(new Overflow("crowded", 0, 0, 2, 0)));
    shift.enters("c1", SALES);
    shift.enters("c2", SALES);
    shift.enters("c3", SALES);
    assertEquals(List.of(over("c3", "crowded")), left(shift));
    shift.ready("anna");
    shift.answers("c1", 1);
    shift.enters("c4", SALES);
    assertEquals(1, left(shift).size(), "one stands before him");
  }

  @Test
  void afterItsTimeACallIsLookedAtOnce_andStaysWhenTheRuleDoesNotHold() {
    Shift shift = new Shift(settings(new Overflow("late", 30_000, 0, 1, 0)));
    shift.enters("c1", SALES);
    shift.time.advance(10_000);
    shift.enters("c2", SALES);
    shift.time.advance(29_999);
    assertEquals(List.of(), left(shift));
    shift.time.advance(1);
    assertEquals(List.of(over("c2", "late")), left(shift));
    shift.enters("c3", SALES);
    shift.callerHangsUp("c1");
    shift.time.advance(300_000);
    assertEquals(2, left(shift).size(), "c3 stood first when it was looked at");
  }

  @Test
  void againAndAgain_untilTheRuleHolds() {
    Shift shift = new Shift(settings(new Overflow("few", 10_000, 5_000, 0, 1)));
    shift.ready("anna");
    shift.enters("busy", SALES);
    shift.answers("busy", 1);
    shift.enters("c1", SALES);
    shift.time.advance(17_000);
    shift.ask(new AgentRequest.SignOut(Shift.id("anna")));
    shift.talkEnds("busy", 1, Party.CALLER);
    assertEquals(List.of(), left(shift));
    shift.time.advance(3_000);
    assertEquals(List.of(over("c1", "few")), left(shift));
  }

  @Test
  void whileAPhoneRingsForItNobodyIsSentOn_butWhenItRangInVainHeIs() {
    Shift shift = new Shift(settings(new Overflow("late", 5_000, 0, 0, 0)));
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.time.advance(8_000);
    assertEquals(List.of(), left(shift));
    shift.ask(new AgentRequest.NotReady(Shift.id("anna"), "lunch"));
    shift.fails("c1", 1, OfferEnding.UNANSWERED);
    assertEquals(List.of(over("c1", "late")), left(shift));
  }

  @Test
  void byTheWaitThatIsExpected_whichMayBeUnknown_andIsAskedForOnlyWhereItMatters() {
    Overflow longWait = new Overflow("long", 0, 0, 2, 60_000, 0);
    assertTrue(longWait.holds(2, 1, () -> OptionalDouble.of(60_000)));
    assertFalse(longWait.holds(2, 1, () -> OptionalDouble.of(59_999)));
    assertFalse(longWait.holds(2, 1, OptionalDouble::empty), "too little is known");
    Supplier<OptionalDouble> never = () -> {
      throw new AssertionError("asked for nothing");
    };
    assertFalse(longWait.holds(1, 1, never));
    assertTrue(new Overflow("crowded", 0, 0, 2, 0).holds(2, 1, never));
  }

  @Test
  void whoWouldWaitTooLongIsSentOnWhenHeComes_onceThePaceIsKnown() {
    Shift shift = new Shift(settings(new Overflow("long", 0, 0, 0, 150_000, 0)));
    shift.ready("anna");
    for (int i = 0; i < 12; i++) {
      shift.enters("before" + i, SALES);
      shift.answers("before" + i, 1);
      shift.time.advance(60_000);
      shift.talkEnds("before" + i, 1, Party.CALLER);
    }
    shift.enters("talks", SALES);
    shift.answers("talks", 1);
    shift.enters("first", SALES);
    shift.enters("second", SALES);
    assertEquals(List.of(), left(shift));
    shift.enters("third", SALES);
    assertEquals(List.of(over("third", "long")), left(shift));
  }

  @Test
  void whoBringsHisWaitAlongStandsBeforeThoseWhoCameLater_andHisVisitBeginsAnew() {
    Shift shift = new Shift(settings(new Overflow("late", 30_000, 0, 0, 0)));
    shift.enters("old", SALES);
    shift.time.advance(20_000);
    shift.enters("young", SUPPORT);
    shift.time.advance(10_000);
    assertEquals(List.of(over("old", "late")), left(shift));
    shift.signals.send(new CallSignal.Enqueue(call("old"), SUPPORT, 0, NONE, "", "", "", null, true));
    assertEquals(1, shift.stage.floor().queues().position(shift.stage.floor().visit(call("old"))));
    assertEquals(2, shift.stage.floor().queues().position(shift.stage.floor().visit(call("young"))));
    shift.ready("ben");
    assertEquals(List.of("old"), shift.rungAt("ben"));
    shift.answers("old", 1);
    assertEquals(0, shift.last(Fact.Connected.class).waitMs(), "the visit's wait");
    assertEquals(Shift.START, shift.stage.floor().visit(call("old")).sinceMs());
  }

  @Test
  void whoDoesNotBringItAlongBeginsAtTheEnd() {
    Shift shift = new Shift(settings(new Overflow("late", 30_000, 0, 0, 0)));
    shift.enters("old", SALES);
    shift.time.advance(20_000);
    shift.enters("young", SUPPORT);
    shift.time.advance(10_000);
    shift.enters("old", SUPPORT);
    shift.ready("ben");
    assertEquals(List.of("young"), shift.rungAt("ben"));
  }

  @Test
  void whatBecameDueWhileThePlatformWasAwayIsLookedAtWhenTheLineIsBack() {
    Shift shift = new Shift(settings(new Overflow("late", 30_000, 0, 0, 0)));
    shift.enters("c1", SALES);
    Shift after = new Shift(settings(new Overflow("late", 30_000, 0, 0, 0)), shift.journal);
    after.time.advance(60_000);
    assertEquals(List.of(), left(after));
    after.restored(List.of("c1"), List.of(), Set.of());
    assertEquals(List.of(over("c1", "late")), left(after));
  }
}
