package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RingAtOnceTest {
  private static final Map<String, Integer> NONE = Map.of();

  private final Shift shift = new Shift(settings(Reserve.NONE));

  private static FloorSettings settings(Reserve reserve) {
    return FloorSettings.of(
        List.of(queue(SALES).withChoice(new Choice(AgentPolicy.LONGEST_IDLE, reserve, 0, 0, 2))),
        List.of(agent("anna", NONE, 3, SALES), agent("ben", NONE, 3, SALES), agent("cleo", NONE, 3, SALES)));
  }

  private void inTurn(String... names) {
    for (String name : names) {
      shift.ready(name);
      shift.time.advance(1_000);
    }
  }

  private boolean silenced(OfferId offer) {
    return shift.line.commands(FakeLine.Command.Cancel.class).contains(new FakeLine.Command.Cancel(offer));
  }

  @Test
  void theFirstOnesByThePolicyRing_asManyAsAreSetAndNoMore() {
    inTurn("cleo", "anna", "ben");
    shift.enters("c1", SALES);
    assertEquals(List.of("cleo", "anna"), shift.rung("c1"));
    assertEquals(List.of(3, 3), shift.journal.facts(Fact.OfferMade.class).stream().map(f -> f.why().candidates()).toList());
    assertEquals(AgentState.READY, shift.state("ben"));
  }

  @Test
  void whoAnswersFirstHasIt_andTheOtherIsFreeWithoutAStrikeAndWithoutLosingHisTurn() {
    inTurn("anna", "ben");
    shift.enters("c1", SALES);
    shift.answers("c1", 2);
    assertEquals(AgentState.TALKING, shift.state("ben"));
    assertEquals(AgentState.READY, shift.state("anna"));
    Fact.OfferEnded ended = shift.last(Fact.OfferEnded.class);
    assertEquals(offer("c1", 1), ended.offer());
    assertEquals(OfferEnding.ANSWERED_ELSEWHERE, ended.ending());
    assertEquals(Shift.START, shift.stage.floor().staff().agent(Shift.id("anna")).sinceMs());
    assertEquals(0, shift.stage.floor().staff().agent(Shift.id("anna")).strikes());
    assertTrue(silenced(offer("c1", 1)), "the phone that lost rings no more");
  }

  @Test
  void whenBothAnswerAtOnce_thenExactlyOneTalks_inWhateverOrderTheLineTells() {
    inTurn("anna", "ben");
    shift.enters("c1", SALES);
    shift.fails("c1", 2, OfferEnding.ANSWERED_ELSEWHERE);
    assertEquals(AgentState.READY, shift.state("ben"));
    assertTrue(shift.stage.floor().staff().agent(Shift.id("ben")).offerable(), "his phone is well");
    shift.answers("c1", 1);
    shift.hears(new LineEvent.Connected(offer("c1", 2)));
    assertEquals(AgentState.TALKING, shift.state("anna"));
    assertEquals(1, shift.journal.facts(Fact.Connected.class).size());
    assertTrue(silenced(offer("c1", 2)), "a second voice is hung up on");
  }

  @Test
  void itGoesBackToItsPlaceOnlyWhenThePhonesHaveAllRungInVain() {
    inTurn("anna", "ben", "cleo");
    shift.enters("c1", SALES);
    shift.fails("c1", 1, OfferEnding.BUSY);
    assertEquals(VisitState.OFFERED, shift.stage.floor().visit(Shift.call("c1")).state());
    assertEquals(List.of("anna", "ben"), shift.rung("c1"));
    shift.fails("c1", 2, OfferEnding.UNANSWERED);
    assertEquals(List.of("anna", "ben", "cleo", "anna"), shift.rung("c1"));
  }

  @Test
  void whoHangsUpLeavesEveryPhoneSilent() {
    inTurn("anna", "ben");
    shift.enters("c1", SALES);
    shift.callerHangsUp("c1");
    assertEquals(QueueExit.ABANDONED, shift.last(Fact.QueueLeft.class).exit());
    assertTrue(silenced(offer("c1", 1)) && silenced(offer("c1", 2)));
    assertEquals(List.of(AgentState.READY, AgentState.READY), List.of(shift.state("anna"), shift.state("ben")));
  }

  @Test
  void whoSignsOutTakesOnlyHisPhoneAway() {
    inTurn("anna", "ben");
    shift.enters("c1", SALES);
    shift.ask(new AgentRequest.SignOut(Shift.id("anna")));
    assertEquals(VisitState.OFFERED, shift.stage.floor().visit(Shift.call("c1")).state());
    shift.answers("c1", 2);
    assertEquals(AgentState.TALKING, shift.state("ben"));
  }

  @Test
  void aWishToLeaveEndsBoth() {
    inTurn("anna", "ben");
    shift.enters("c1", SALES);
    shift.signals.send(new CallSignal.LeaveQueue(Shift.call("c1"), SALES, "9"));
    assertEquals("9", shift.last(Fact.QueueLeft.class).key());
    assertEquals(List.of(AgentState.READY, AgentState.READY), List.of(shift.state("anna"), shift.state("ben")));
  }

  @Test
  void afterARestartTheLineTellsWhichOfThemAnswered() {
    inTurn("anna", "ben");
    shift.enters("c1", SALES);
    Shift after = new Shift(settings(Reserve.NONE), shift.journal);
    after.restored(
        List.of("c1"), List.of(new LineEvent.LiveOffer(offer("c1", 1), false), new LineEvent.LiveOffer(offer("c1", 2), true)), Set.of());
    assertEquals(AgentState.TALKING, after.state("ben"));
    assertEquals(AgentState.READY, after.state("anna"));
    after.talkEnds("c1", 2, Party.CALLER);
    assertEquals(AgentState.READY, after.state("ben"));
  }

  @Test
  void whileAnotherCallWaits_eachOfThemGetsAPhoneOfItsOwn() {
    inTurn("anna", "ben");
    shift.enters("c1", SALES);
    shift.enters("c2", SALES);
    shift.enters("c3", SALES);
    shift.callerHangsUp("c1");
    assertEquals(List.of("anna"), shift.rung("c2"));
    assertEquals(List.of("ben"), shift.rung("c3"));
  }

  @Test
  void whoIsKeptForOthersIsNotRungBesides() {
    Shift kept = new Shift(settings(new Reserve(2, 1)));
    kept.ready("anna", "ben", "cleo");
    kept.enters("c1", SALES);
    assertEquals(1, kept.rung("c1").size());
  }
}
