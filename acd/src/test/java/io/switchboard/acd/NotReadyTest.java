package io.switchboard.acd;

import static io.switchboard.acd.Shift.DEMO;
import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.core.signal.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reasons for being not ready, how long each may last, and who set them. */
class NotReadyTest {
  private static final FloorSettings SETTINGS = new FloorSettings(
      List.of(queue(SALES)), List.of(agent("anna", Map.of(), SALES), agent("ben", Map.of(), SALES)),
      Map.of(DEMO, new FloorSettings.Names(Set.of(), Map.of(), Map.of(
          "lunch", new NotReadyReason(2_400_000, false), "stretch", new NotReadyReason(300_000, true), "training", NotReadyReason.FREE))),
      60_000, 30_000, 3_000);

  private final Shift shift = new Shift(SETTINGS);

  private Reply.Refused refused(Shift where, String reason) {
    return assertInstanceOf(Reply.Refused.class, where.ask(new AgentRequest.NotReady(id("anna"), reason)));
  }

  @Test
  void whenTheReasonIsUnknown_thenItIsRefusedWithThoseThatAreKnown() {
    shift.ready("anna");
    Reply.Refused refused = refused(shift, "siesta");
    assertEquals("unknown_reason", refused.code());
    assertTrue(refused.message().english().endsWith("lunch, stretch, training."), refused.toString());
    assertTrue(refused.message().chinese().endsWith("lunch, stretch, training。"), refused.toString());
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  @Test
  void whenTheTenantNamesNone_thenAnyWillDo_butThePlatformsOwn() {
    Shift free = new Shift(FloorSettings.of(SETTINGS.queues(), SETTINGS.agents()));
    free.ready("anna");
    assertEquals(new Reply.Accepted("not_ready"), free.ask(new AgentRequest.NotReady(id("anna"), "siesta")));
    assertEquals("unknown_reason", refused(free, "no_answer").code());
    assertEquals("unknown_reason", refused(shiftReady(), "busy").code());
  }

  private Shift shiftReady() {
    shift.ready("anna");
    return shift;
  }

  @Test
  void whenItsTimePasses_thenThatIsWrittenOnce_andHeStaysUntilHeComesBack() {
    shift.ready("anna");
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    shift.time.advance(2_399_999);
    assertEquals(false, shift.last(Fact.AgentStateChanged.class).terms().overLimit());
    shift.time.advance(1);
    assertTrue(shift.last(Fact.AgentStateChanged.class).terms().overLimit());
    int facts = shift.journal.facts().size();
    shift.time.advance(10_000_000);
    assertEquals(facts, shift.journal.facts().size());
    assertEquals(List.of(Notice.OVER_LIMIT), shift.told("anna"));
    shift.ask(new AgentRequest.Ready(id("anna")));
    assertEquals(false, shift.last(Fact.AgentStateChanged.class).terms().overLimit());
  }

  @Test
  void whenItIsSaidAgain_thenItsTimeIsNotProlonged() {
    shift.ready("anna");
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    shift.time.advance(2_000_000);
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    shift.time.advance(400_000);
    assertTrue(shift.last(Fact.AgentStateChanged.class).terms().overLimit());
  }

  @Test
  void whereReadyFollows_thenHeTakesTheFirstWaitingCall() {
    shift.ready("anna");
    shift.ask(new AgentRequest.NotReady(id("anna"), "stretch"));
    shift.enters("c1", SALES);
    shift.time.advance(299_999);
    assertEquals(List.of(), shift.rung("c1"));
    shift.time.advance(1);
    assertEquals(List.of("anna"), shift.rung("c1"));
  }

  @Test
  void theTimeRunsFromWhenItBegins_notFromWhenItWasAskedFor_andOverARestart() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    shift.ask(new AgentRequest.NotReady(id("anna"), "stretch"));
    shift.time.advance(600_000);
    assertEquals(AgentState.TALKING, shift.state("anna"));
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals("stretch", shift.reason("anna"));
    Shift after = new Shift(SETTINGS, shift.journal);
    after.time.advance(600_000 + 299_999);
    assertEquals(AgentState.NOT_READY, after.state("anna"));
    after.time.advance(1);
    assertEquals(AgentState.READY, after.state("anna"));
  }

  @Test
  void whoSetItForHimStandsInTheFact_alsoWhenItFollowsHisCall_andHeIsTold() {
    shift.ready("anna");
    assertEquals("", shift.last(Fact.AgentStateChanged.class).by());
    assertEquals(List.of(), shift.told("anna"));
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    shift.ask(new AgentRequest.NotReady(id("anna"), "training", "sam"));
    assertEquals("sam", shift.last(Fact.AgentStateChanged.class).by());
    assertEquals(
        new AgentSignal.Told(id("anna"), Notice.CHANGED, "talking", "sam"), shift.signals.sent(AgentSignal.Told.class).getLast());
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals("training", shift.reason("anna"));
    assertEquals("sam", shift.last(Fact.AgentStateChanged.class).by());
    shift.ask(new AgentRequest.Ready(id("anna")));
    assertEquals("", shift.last(Fact.AgentStateChanged.class).by());
  }

  @Test
  void aSupervisorSignsHimOut_atOnceOrAfterTheTalk() {
    shift.ready("anna", "ben");
    shift.ask(new AgentRequest.SignOut(id("ben"), "sam"));
    assertEquals(AgentState.SIGNED_OUT, shift.state("ben"));
    assertEquals("sam", shift.last(Fact.AgentStateChanged.class).by());
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    shift.ask(new AgentRequest.SignOut(id("anna"), "sam"));
    assertEquals(AgentState.TALKING, shift.state("anna"), "nobody's talk is cut");
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(AgentState.SIGNED_OUT, shift.state("anna"));
    assertEquals("sam", shift.last(Fact.AgentStateChanged.class).by());
  }
}
