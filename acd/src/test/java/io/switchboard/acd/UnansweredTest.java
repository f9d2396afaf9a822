package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Offers that nobody answers: the call keeps its place, the agent bears what was his doing and nothing else. */
class UnansweredTest {
  private static final Map<String, Integer> NONE = Map.of();

  private final Shift shift = new Shift(FloorSettings.of(
      List.of(queue(SALES)), List.of(agent("anna", NONE, SALES), agent("ben", NONE, SALES))));

  private void annaThenBenAreReady() {
    shift.ready("anna");
    shift.time.advance(10);
    shift.ready("ben");
  }

  @ParameterizedTest
  @EnumSource(value = OfferEnding.class, names = {"UNANSWERED", "BUSY", "DECLINED"})
  void whenAnAgentLetsItPass_thenTheNextIsRungAndHeIsNotReady(OfferEnding ending) {
    annaThenBenAreReady();
    shift.enters("c1", SALES);
    shift.fails("c1", 1, ending);
    assertEquals(List.of("anna", "ben"), shift.rung("c1"));
    assertEquals(AgentState.NOT_READY, shift.state("anna"));
    assertEquals(ending == OfferEnding.UNANSWERED ? "no_answer" : ending.name().toLowerCase(java.util.Locale.ROOT), shift.reason("anna"));
    assertEquals(ending, shift.last(Fact.OfferEnded.class).ending());
    assertEquals("offer_failed", shift.last(Fact.OfferMade.class).why().trigger());
  }

  @Test
  void whenNobodyAnswers_thenTheCallIsBeforeWhoCameLater() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.time.advance(10);
    shift.enters("c2", SALES);
    shift.fails("c1", 1, OfferEnding.UNANSWERED);
    shift.ready("anna");
    assertEquals(List.of("c1", "c1"), shift.rungAt("anna"));
    assertEquals(Shift.START, shift.snapshot().calls().getFirst().enteredMs());
  }

  @Test
  void whenHeHasStrikesLeft_thenHeStaysReadyBehindTheOthers() {
    Shift shift = new Shift(FloorSettings.of(
        List.of(queue(SALES)), List.of(agent("anna", NONE, 2, SALES), agent("ben", NONE, 2, SALES))));
    shift.ready("anna");
    shift.time.advance(10);
    shift.ready("ben");
    shift.time.advance(10);
    shift.enters("c1", SALES);
    shift.fails("c1", 1, OfferEnding.DECLINED);
    assertEquals(AgentState.READY, shift.state("anna"));
    shift.time.advance(10);
    shift.fails("c1", 2, OfferEnding.DECLINED);
    assertEquals(List.of("anna", "ben", "anna"), shift.rung("c1"));
    shift.fails("c1", 3, OfferEnding.DECLINED);
    assertEquals(AgentState.NOT_READY, shift.state("anna"));
  }

  @Test
  void whenAnOlderCallRelaxedMeanwhile_thenWhoLetTheYoungerPassIsRungForTheOlder() {
    QueueSettings q = QueueSettings.of(SALES).withSkills(NONE, List.of(new Relaxation(30_000, Map.of("french", 0))));
    Shift shift = new Shift(FloorSettings.of(List.of(q), List.of(agent("anna", NONE, 3, SALES))));
    shift.ready("anna");
    shift.enters("older", SALES, 0, Map.of("french", 1));
    shift.time.advance(29_000);
    shift.enters("younger", SALES);
    shift.time.advance(2_000);
    shift.fails("younger", 1, OfferEnding.DECLINED);
    assertEquals(List.of("younger", "older"), shift.rungAt("anna"));
  }

  @Test
  void whenHeAnswersBetween_thenHisStrikesAreForgotten() {
    Shift shift = new Shift(FloorSettings.of(List.of(queue(SALES)), List.of(agent("anna", NONE, 2, SALES))));
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.fails("c1", 1, OfferEnding.BUSY);
    shift.answers("c1", 2);
    shift.talkEnds("c1", 2, Party.CALLER);
    shift.enters("c2", SALES);
    shift.fails("c2", 1, OfferEnding.BUSY);
    assertEquals(2, shift.rung("c2").size());
  }

  @Test
  void whenThePhoneCannotBeReached_thenTheAgentStaysReadyAndIsLeftAloneUntilItIsBack() {
    annaThenBenAreReady();
    shift.enters("c1", SALES);
    shift.fails("c1", 1, OfferEnding.UNREACHABLE);
    assertEquals(List.of("anna", "ben"), shift.rung("c1"));
    assertEquals(AgentState.READY, shift.state("anna"));
    shift.enters("c2", SALES);
    assertEquals(List.of(), shift.rung("c2"));
    shift.hears(new LineEvent.PhoneReachable("anna", true));
    assertEquals(List.of("anna"), shift.rung("c2"));
    assertEquals("phone_back", shift.last(Fact.OfferMade.class).why().trigger());
  }

  @Test
  void whenAPhoneIsNotHeardOfAgain_thenItIsTriedAfterAWhile() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.fails("c1", 1, OfferEnding.UNREACHABLE);
    shift.time.advance(29_999);
    assertEquals(1, shift.rung("c1").size());
    shift.time.advance(1);
    assertEquals(2, shift.rung("c1").size());
  }

  @Test
  void whenTheLineSaysThatAPhoneIsUnreachable_thenItIsNotRungWhateverTimePasses() {
    shift.ready("anna");
    shift.hears(new LineEvent.PhoneReachable("anna", false));
    shift.enters("c1", SALES);
    shift.time.advance(600_000);
    assertEquals(List.of(), shift.rung("c1"));
  }

  @Test
  void whenCallerHangsUpWhileRinging_thenOfferIsWithdrawnAndTheAgentKeepsHisTurn() {
    annaThenBenAreReady();
    shift.enters("c1", SALES);
    shift.rings("c1", 1);
    shift.time.advance(5_000);
    shift.callerHangsUp("c1");
    assertTrue(shift.line.commands.contains(new FakeLine.Command.Cancel(offer("c1", 1))));
    assertEquals(OfferEnding.CALLER_GONE, shift.last(Fact.OfferEnded.class).ending());
    assertEquals(QueueExit.ABANDONED, shift.last(Fact.QueueLeft.class).exit());
    assertEquals(5_000, shift.last(Fact.QueueLeft.class).waitMs());
    shift.fails("c1", 1, OfferEnding.WITHDRAWN);
    shift.enters("c2", SALES);
    assertEquals(List.of("anna"), shift.rung("c2"));
  }

  @Test
  void whenTheLineForgetsToSayThatNobodyAnswered_thenTheSafetyNetDoes() {
    annaThenBenAreReady();
    shift.enters("c1", SALES);
    shift.rings("c1", 1);
    shift.time.advance(22_999);
    assertEquals(1, shift.rung("c1").size());
    shift.time.advance(1);
    assertEquals(List.of("anna", "ben"), shift.rung("c1"));
    assertEquals(OfferEnding.UNANSWERED, shift.journal.facts(Fact.OfferEnded.class).getFirst().ending());
    assertTrue(shift.line.commands.contains(new FakeLine.Command.Cancel(offer("c1", 1))));
    shift.time.advance(23_000);
    assertEquals(OfferEnding.UNREACHABLE, shift.last(Fact.OfferEnded.class).ending(), "ben's phone was never heard to ring");
    assertEquals(AgentState.READY, shift.state("ben"));
  }

  @Test
  void whenAnOfferThatWasTakenBackIsAnswered_thenTheAgentIsHungUpOnAndTheCallIsNotDisturbed() {
    annaThenBenAreReady();
    shift.enters("c1", SALES);
    shift.ask(new AgentRequest.SignOut(id("anna")));
    shift.answers("c1", 2);
    shift.line.commands.clear();
    shift.hears(new LineEvent.Connected(offer("c1", 1)));
    assertEquals(List.of(new FakeLine.Command.Cancel(offer("c1", 1))), shift.line.commands);
    assertEquals(AgentState.TALKING, shift.state("ben"));
  }

  @Test
  void whenTheTalksEndIsToldBeforeItsBeginning_thenItIsATalkAndNotAnUnansweredOffer() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.hears(new LineEvent.TalkEnded(offer("c1", 1), Party.CALLER), new LineEvent.Connected(offer("c1", 1)));
    assertEquals(1, shift.journal.facts(Fact.Connected.class).size());
    assertEquals(1, shift.journal.facts(Fact.TalkEnded.class).size());
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  @Test
  void whenTheCallerIsGoneBeforeTheFlowsWordArrives_thenHeDoesNotHauntTheQueue() {
    shift.ready("anna");
    shift.callerHangsUp("c1");
    shift.enters("c1", SALES);
    assertEquals(List.of(), shift.rung("c1"));
    assertFalse(shift.journal.facts().stream().anyMatch(f -> call("c1").equals(f.call())));
  }

  @Test
  void whenTheFlowSaysItTwice_thenTheCallWaitsOnce() {
    shift.ask(new AgentRequest.SignIn(id("anna")));
    shift.enters("c1", SALES);
    shift.time.advance(10);
    shift.enters("c1", SALES);
    assertEquals(1, shift.journal.facts(Fact.QueueEntered.class).size());
    assertEquals(1, shift.signals.sent(CallSignal.Waiting.class).size());
  }
}
