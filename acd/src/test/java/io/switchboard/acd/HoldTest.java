package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static io.switchboard.acd.Shift.wrapUp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reserved, ringing, talking, held: what an agent's phone does, and what is counted of it. */
class HoldTest {
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(wrapUp(queue(SALES), 15_000)), List.of(agent("anna", Map.of(), SALES)));

  private final Shift shift = new Shift(SETTINGS);

  private void annaTalks() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
  }

  @Test
  void whenACallIsOffered_thenHeIsReserved_andRingsWhenHisPhoneDoes() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    assertEquals(AgentState.RESERVED, shift.state("anna"));
    shift.rings("c1", 1);
    assertEquals(AgentState.RINGING, shift.state("anna"));
    shift.rings("c1", 1);
    assertEquals(1, shift.journal.facts(Fact.OfferRang.class).size());
  }

  @Test
  void whenHisPhoneIsPickedUpBeforeItWasHeardToRing_thenHeTalks() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.hears(new LineEvent.Connected(offer("c1", 1)));
    assertEquals(AgentState.TALKING, shift.state("anna"));
  }

  @Test
  void whenTheCallerIsPutOnHoldAndTakenBack_thenBothAreWrittenWithTheirTime() {
    annaTalks();
    shift.time.advance(10_000);
    shift.holds("c1", 1);
    shift.holds("c1", 1);
    assertEquals(AgentState.HELD, shift.state("anna"));
    shift.time.advance(7_000);
    shift.takesBack("c1", 1);
    shift.takesBack("c1", 1);
    assertEquals(AgentState.TALKING, shift.state("anna"));
    assertEquals(List.of(7_000L), shift.journal.facts(Fact.CallResumed.class).stream().map(Fact.CallResumed::heldMs).toList());
    assertEquals(1, shift.journal.facts(Fact.CallHeld.class).size());
    shift.time.advance(3_000);
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(20_000, shift.last(Fact.TalkEnded.class).talkMs());
    assertEquals(7_000, shift.last(Fact.TalkEnded.class).heldMs());
  }

  @Test
  void whenTheCallerHangsUpOnHold_thenTheHoldCountsToTheEnd_andWrapUpFollows() {
    annaTalks();
    shift.time.advance(10_000);
    shift.holds("c1", 1);
    shift.time.advance(5_000);
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    assertEquals(15_000, shift.last(Fact.TalkEnded.class).talkMs());
    assertEquals(5_000, shift.last(Fact.TalkEnded.class).heldMs());
  }

  @Test
  void aHoldIsWork() {
    annaTalks();
    shift.time.advance(10_000);
    shift.holds("c1", 1);
    shift.time.advance(5_000);
    Fact.Workload work = shift.stage.floor().staff().agent(id("anna")).workAt(shift.time.nowMs());
    assertEquals(15_000, work.busyMs());
    assertEquals(15_000, work.staffedMs());
  }

  @Test
  void whatIsAskedForOnHoldFollowsTheCall() {
    annaTalks();
    shift.holds("c1", 1);
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    assertEquals(AgentState.HELD, shift.state("anna"));
    shift.takesBack("c1", 1);
    shift.talkEnds("c1", 1, Party.AGENT);
    shift.time.advance(15_000);
    assertEquals("lunch", shift.reason("anna"));
  }

  @Test
  void afterARestartAHoldIsOne_untilTheLineSaysOtherwise_andItsTimeIsWhole() {
    annaTalks();
    shift.time.advance(10_000);
    shift.holds("c1", 1);
    shift.time.advance(2_000);
    shift.takesBack("c1", 1);
    shift.holds("c1", 1);
    Shift after = new Shift(SETTINGS, shift.journal);
    after.time.advance(14_000);
    assertEquals(AgentState.HELD, after.state("anna"));
    after.restored(List.of("c1"), List.of(new LineEvent.LiveOffer(offer("c1", 1), true)), Set.of());
    assertEquals(AgentState.HELD, after.state("anna"));
    assertEquals(shift.snapshot(), after.snapshot());
    after.time.advance(1_000);
    after.takesBack("c1", 1);
    assertEquals(AgentState.TALKING, after.state("anna"));
    after.talkEnds("c1", 1, Party.CALLER);
    assertEquals(2_000 + 3_000, after.last(Fact.TalkEnded.class).heldMs());
  }

  @Test
  void whatBeganWhileThePlatformWasDeadIsBelievedFromTheLine() {
    annaTalks();
    Shift after = new Shift(SETTINGS, shift.journal);
    after.restored(List.of("c1"), List.of(new LineEvent.LiveOffer(offer("c1", 1), true)), Set.of());
    after.holds("c1", 1);
    assertEquals(AgentState.HELD, after.state("anna"));
  }

  @Test
  void aHoldOfAnOfferThatIsNotATalkIsNothing() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.holds("c1", 1);
    shift.holds("c9", 1);
    shift.takesBack("c9", 1);
    assertEquals(AgentState.RESERVED, shift.state("anna"));
    assertTrue(shift.journal.facts(Fact.CallHeld.class).isEmpty());
  }
}
