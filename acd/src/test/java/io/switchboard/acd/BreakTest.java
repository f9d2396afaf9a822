package io.switchboard.acd;

import static io.switchboard.acd.Shift.DEMO;
import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.agent.BreakPlan;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Work;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.why.Against;
import io.switchboard.core.signal.WhyRequest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Breaks of every day and breaks that are asked for: no further call, then the break. The shift begins at 10:00. */
class BreakTest {
  private static final long MINUTE = 60_000;
  private static final FloorSettings LUNCH_AT_NOON = settings(0);
  private final Shift shift = new Shift(LUNCH_AT_NOON);

  private static FloorSettings settings(long flexibleMs) {
    AgentSettings anna = agent("anna", Map.of(), SALES);
    BreakPlan lunch = new BreakPlan("lunch", LocalTime.NOON, ZoneOffset.UTC, 30 * MINUTE, flexibleMs);
    return FloorSettings.of(
        List.of(queue(SALES).withWork(Work.of(WrapUp.fixed(15_000)))),
        List.of(
            new AgentSettings(anna.id(), "anna", anna.phone(), Map.of(), Set.of(SALES), 3, 1, false, List.of(lunch)),
            agent("ben", Map.of(), SALES)));
  }

  private void talksAt(Shift where, long minutes) {
    where.ready("anna");
    where.time.advance(minutes * MINUTE);
    where.enters("c1", SALES);
    where.answers("c1", 1);
  }

  @Test
  void whenItIsDueAndHeIsReady_thenItBegins_forItsLength() {
    shift.ready("anna");
    shift.time.advance(120 * MINUTE - 1);
    assertEquals(AgentState.READY, shift.state("anna"));
    shift.time.advance(1);
    assertEquals("lunch", shift.reason("anna"));
    assertEquals(List.of(Notice.BREAK_BEGUN), shift.told("anna"));
    Fact.AgentStateChanged begun = shift.last(Fact.AgentStateChanged.class);
    assertEquals(begun.atMs() + 30 * MINUTE, begun.terms().untilMs());
    shift.time.advance(30 * MINUTE);
    assertTrue(shift.last(Fact.AgentStateChanged.class).terms().overLimit());
  }

  @Test
  void whenHeTalks_thenItBeginsAfterTalkAndWrapUp_andNoFurtherCallIsOffered() {
    talksAt(shift, 119);
    shift.time.advance(5 * MINUTE);
    assertEquals(AgentState.TALKING, shift.state("anna"));
    assertEquals(List.of(Notice.BREAK_DUE), shift.told("anna"));
    shift.enters("c2", SALES);
    Optional<Against> against = shift.signals.ask(new WhyRequest(DEMO, call("c2"))).toCompletableFuture().join().orElseThrow()
        .candidates().stream().filter(c -> c.agent().equals(id("anna"))).map(c -> c.against()).findFirst();
    assertEquals(Optional.of(Against.BREAK_DUE), against);
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    shift.time.advance(15_000);
    assertEquals("lunch", shift.reason("anna"));
    assertEquals(List.of(), shift.rung("c2"));
    Fact.AgentStateChanged begun = shift.last(Fact.AgentStateChanged.class);
    assertEquals(begun.atMs() + 30 * MINUTE, begun.terms().untilMs(), "its whole length");
  }

  @Test
  void whenHeEndsHisWrapUpByReady_thenTheBreakBeginsAllTheSame() {
    talksAt(shift, 119);
    shift.time.advance(2 * MINUTE);
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(new Reply.Accepted("not_ready"), shift.ask(new AgentRequest.Ready(id("anna"))));
    assertEquals("lunch", shift.reason("anna"));
    shift.ask(new AgentRequest.Ready(id("anna")));
    assertEquals(AgentState.READY, shift.state("anna"), "he ends it when he likes");
    shift.time.advance(60 * MINUTE);
    assertEquals(AgentState.READY, shift.state("anna"), "and it does not come twice");
  }

  @Test
  void whenACallRingsAtItsTime_thenItMayBeAnswered_andElseTheBreakBegins() {
    shift.ready("anna");
    shift.time.advance(120 * MINUTE - 5_000);
    shift.enters("c1", SALES);
    shift.rings("c1", 1);
    shift.time.advance(6_000);
    assertEquals(AgentState.RINGING, shift.state("anna"));
    shift.fails("c1", 1, OfferEnding.UNANSWERED);
    assertEquals("lunch", shift.reason("anna"));
    assertEquals(1, shift.rung("c1").size());
  }

  @Test
  void whereItIsFlexible_thenItBeginsEarlyAfterATalk_ratherThanOneMoreCall() {
    Shift flexible = new Shift(settings(10 * MINUTE));
    talksAt(flexible, 105);
    flexible.time.advance(6 * MINUTE);
    flexible.enters("c2", SALES);
    flexible.talkEnds("c1", 1, Party.CALLER);
    flexible.time.advance(15_000);
    assertEquals("lunch", flexible.reason("anna"));
    assertEquals(List.of(), flexible.rung("c2"));
    flexible.ask(new AgentRequest.Ready(id("anna")));
    flexible.time.advance(30 * MINUTE);
    assertEquals(false, flexible.reason("anna").equals("lunch"), "it was taken");
  }

  @Test
  void whereItIsFlexible_thenWhoIsIdleGoesOnTakingCallsUntilItsTime() {
    Shift flexible = new Shift(settings(10 * MINUTE));
    flexible.ready("anna");
    flexible.time.advance(115 * MINUTE);
    flexible.enters("c1", SALES);
    assertEquals(List.of("anna"), flexible.rung("c1"));
  }

  @Test
  void whoTakesItByHimselfHasTakenIt() {
    Shift flexible = new Shift(settings(10 * MINUTE));
    flexible.ready("anna");
    flexible.time.advance(112 * MINUTE);
    flexible.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    Fact.AgentStateChanged begun = flexible.last(Fact.AgentStateChanged.class);
    assertEquals(begun.atMs() + 30 * MINUTE, begun.terms().untilMs());
    flexible.time.advance(20 * MINUTE);
    flexible.ask(new AgentRequest.Ready(id("anna")));
    flexible.time.advance(60 * MINUTE);
    assertEquals(AgentState.READY, flexible.state("anna"));
  }

  @Test
  void whoIsNotReadyForAnotherReasonGoesOnIt_whoIsSignedOutDoesNot() {
    shift.ready("anna");
    shift.ask(new AgentRequest.NotReady(id("anna"), "training"));
    shift.time.advance(120 * MINUTE);
    assertEquals("lunch", shift.reason("anna"));
    Shift away = new Shift(LUNCH_AT_NOON);
    away.time.advance(130 * MINUTE);
    away.ready("anna");
    assertEquals(AgentState.READY, away.state("anna"), "what was before he came is behind him");
    away.time.advance(24 * 60 * MINUTE);
    assertEquals("lunch", away.reason("anna"), "the next day's is not");
  }

  @Test
  void afterARestartABreakThatIsDueBegins_andOneThatWasTakenDoesNot() {
    talksAt(shift, 119);
    Shift after = new Shift(LUNCH_AT_NOON, shift.journal);
    after.time.advance(125 * MINUTE);
    after.restored(List.of(), List.of(), Set.of());
    assertEquals(AgentState.WRAP_UP, after.state("anna"));
    after.time.advance(15_000);
    assertEquals("lunch", after.reason("anna"));
    after.ask(new AgentRequest.Ready(id("anna")));
    Shift again = new Shift(LUNCH_AT_NOON, after.journal);
    again.time.advance(130 * MINUTE);
    assertEquals(AgentState.READY, again.state("anna"));
  }

  @Test
  void oneThatIsAskedForBeginsAtItsTime_isKeptOverARestart_andCanBeCalledOff() {
    shift.ready("ben");
    shift.ask(new AgentRequest.PlanBreak(id("ben"), "coaching", 20 * MINUTE, 10 * MINUTE, "sam"));
    assertEquals(List.of(Notice.CHANGED), shift.told("ben"));
    Shift after = new Shift(LUNCH_AT_NOON, shift.journal);
    after.time.advance(20 * MINUTE - 1);
    assertEquals(AgentState.READY, after.state("ben"));
    after.time.advance(1);
    assertEquals("coaching", after.reason("ben"));
    assertNull(after.last(Fact.AgentStateChanged.class).terms().asked());
    shift.ask(new AgentRequest.PlanBreak(id("ben"), "", 0, 0, "sam"));
    shift.time.advance(30 * MINUTE);
    assertEquals(AgentState.READY, shift.state("ben"));
  }

  @Test
  void oneThatIsAskedForNowBeginsNow_orAfterTheCall() {
    shift.ready("ben");
    shift.ask(new AgentRequest.PlanBreak(id("ben"), "coaching", 0, 10 * MINUTE, "sam"));
    assertEquals("coaching", shift.reason("ben"));
    talksAt(shift, 1);
    shift.ask(new AgentRequest.PlanBreak(id("anna"), "coaching", 0, 10 * MINUTE, "sam"));
    assertEquals(AgentState.TALKING, shift.state("anna"));
    shift.talkEnds("c1", 1, Party.CALLER);
    shift.time.advance(15_000);
    assertEquals("coaching", shift.reason("anna"));
    assertEquals("not_signed_in", assertInstanceOf(Reply.Refused.class, new Shift(LUNCH_AT_NOON)
        .ask(new AgentRequest.PlanBreak(id("ben"), "coaching", 0, 10 * MINUTE, "sam"))).code());
  }

  @Test
  void whatHeAskedForBefore_comesBeforeIt() {
    talksAt(shift, 119);
    shift.ask(new AgentRequest.SignOut(id("anna")));
    shift.time.advance(5 * MINUTE);
    shift.talkEnds("c1", 1, Party.CALLER);
    shift.time.advance(15_000);
    assertEquals(AgentState.SIGNED_OUT, shift.state("anna"));
  }

  @Test
  void itIsDueByTheCompanysClock_alsoWhenTheClocksChange() {
    BreakPlan lunch = new BreakPlan("lunch", LocalTime.of(12, 0), ZoneId.of("Europe/Berlin"), 30 * MINUTE, 0);
    long winter = Instant.parse("2026-03-28T11:00:00Z").toEpochMilli();
    assertEquals(winter, lunch.after(winter - 1).dueMs());
    assertEquals(Instant.parse("2026-03-29T10:00:00Z").toEpochMilli(), lunch.after(winter).dueMs(), "an hour earlier in summer time");
  }
}
