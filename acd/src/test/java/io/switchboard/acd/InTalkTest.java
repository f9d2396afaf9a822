package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static io.switchboard.acd.Shift.wrapUp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine.Command;
import io.switchboard.core.line.Line.With;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.signal.TalkRequest;
import io.switchboard.core.talk.TalkState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agent does with his caller beyond talking. */
class InTalkTest {
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(wrapUp(queue(SALES), 10_000), wrapUp(queue(SUPPORT), 0)),
      List.of(agent("anna", Map.of(), SALES), agent("ben", Map.of(), SUPPORT), agent("cleo", Map.of(), SALES, SUPPORT)));
  private static final Target BEN = new Target.ToAgent(id("ben"));
  private static final Target NUMBER = new Target.ToNumber("+498912345", List.of("carrier"), "+4930123450");

  private final Shift shift = new Shift(SETTINGS);

  @BeforeEach
  void annaTalks() {
    shift.ready("anna", "ben");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    shift.line.commands.clear();
  }

  private Reply ask(TalkRequest request) {
    return shift.signals.ask(request).toCompletableFuture().getNow(null);
  }

  private void accepted(TalkRequest request) {
    assertInstanceOf(Reply.Accepted.class, ask(request), request.toString());
  }

  private String refused(TalkRequest request) {
    return assertInstanceOf(Reply.Refused.class, ask(request), request.toString()).code();
  }

  private TalkState talk() {
    return shift.stage.floor().visit(call("c1")).talk();
  }

  private With arranged() {
    return shift.line.commands(Command.Arrange.class).getLast().with();
  }

  private void consultsBen() {
    accepted(new TalkRequest.Consult(id("anna"), BEN));
    shift.answers("c1", 2);
  }

  @Test
  void whenSheHoldsFromTheDesk_thenTheCallerIsAside_andItCountsAsHold() {
    accepted(new TalkRequest.Hold(id("anna")));
    assertEquals(AgentState.HELD, shift.state("anna"));
    assertEquals(With.NOBODY, arranged());
    accepted(new TalkRequest.Hold(id("anna")));
    shift.time.advance(4_000);
    accepted(new TalkRequest.Resume(id("anna")));
    assertEquals(With.CUSTOMER, arranged());
    assertEquals(4_000, shift.last(Fact.CallResumed.class).heldMs());
    shift.talkEnds("c1", 1, Party.AGENT);
    assertEquals(4_000, shift.last(Fact.TalkEnded.class).heldMs());
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
  }

  @Test
  void whenSheConsults_thenTheOtherIsReserved_andNobodyElseIsOfferedToHim() {
    accepted(new TalkRequest.Consult(id("anna"), BEN));
    assertEquals(AgentState.RESERVED, shift.state("ben"));
    assertEquals(With.THIRD, arranged());
    assertEquals(offer("c1", 2), shift.line.commands(Command.Consult.class).getLast().third().offer());
    shift.enters("c2", SUPPORT);
    assertEquals(List.of(), shift.rung("c2"));
    shift.answers("c1", 2);
    assertEquals(AgentState.TALKING, shift.state("ben"));
    assertEquals(TalkState.CONSULTING, talk());
    shift.hears(new LineEvent.TalkEnded(offer("c1", 2), Party.AGENT));
    assertEquals(TalkState.HELD, talk());
    assertEquals(List.of("ben"), shift.rung("c2"), "without a wrap-up");
  }

  @Test
  void whenTheOtherDoesNotAnswer_thenSheHasTheCallerAside_andHeLosesNothing() {
    accepted(new TalkRequest.Consult(id("anna"), BEN));
    shift.fails("c1", 2, OfferEnding.UNANSWERED);
    assertEquals(TalkState.HELD, talk());
    assertEquals(With.NOBODY, arranged());
    assertEquals(AgentState.READY, shift.state("ben"));
    accepted(new TalkRequest.Resume(id("anna")));
    assertEquals(TalkState.TALKING, talk());
  }

  @Test
  void whenSheSwaps_thenEachInTurnIsHeard() {
    consultsBen();
    accepted(new TalkRequest.Swap(id("anna")));
    assertEquals(TalkState.ALTERNATING, talk());
    assertEquals(With.CUSTOMER, arranged());
    accepted(new TalkRequest.Swap(id("anna")));
    assertEquals(With.THIRD, arranged());
    accepted(new TalkRequest.Cancel(id("anna")));
    assertEquals(TalkState.TALKING, talk());
    assertEquals(With.CUSTOMER, arranged());
    assertEquals(offer("c1", 2), shift.line.commands(Command.HangUpLeg.class).getLast().talk());
    assertEquals(AgentState.READY, shift.state("ben"));
  }

  @Test
  void whenSheHandsOnAfterConsulting_thenBenHasTheCall_andSheWrapsUp_andTheCallEndsOnce() {
    consultsBen();
    accepted(new TalkRequest.Complete(id("anna")));
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    assertEquals(AgentState.TALKING, shift.state("ben"));
    assertEquals(new Command.HandOn(offer("c1", 1), offer("c1", 2)), shift.line.commands(Command.HandOn.class).getLast());
    assertEquals(List.of(new CallSignal.HandedOn(call("c1"), offer("c1", 1), id("anna"), true, false)),
        shift.signals.sent(CallSignal.HandedOn.class));
    shift.hears(new LineEvent.TalkEnded(offer("c1", 1), Party.AGENT)); // her leg's end, told late
    assertEquals(TalkState.TALKING, talk());
    accepted(new TalkRequest.Hold(id("ben")));
    accepted(new TalkRequest.Resume(id("ben")));
    shift.talkEnds("c1", 2, Party.CALLER);
    assertEquals(AgentState.WRAP_UP, shift.state("ben"));
    assertEquals(List.of(id("anna"), id("ben")), shift.journal.facts(Fact.TalkEnded.class).stream().map(Fact.TalkEnded::agent).toList());
    assertEquals(0, shift.stage.brokenOff());
  }

  @Test
  void whenAllTalk_andSheLeaves_thenTheOtherTwoGoOn() {
    consultsBen();
    accepted(new TalkRequest.Conference(id("anna")));
    assertEquals(With.EVERYBODY, arranged());
    shift.hears(new LineEvent.TalkEnded(offer("c1", 1), Party.AGENT));
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    assertEquals(AgentState.TALKING, shift.state("ben"));
    assertEquals(id("ben"), shift.last(Fact.InTalk.HandedOn.class).agent());
  }

  @Test
  void whenTheCallerHangsUpDuringAConsultation_thenBothAgentsAreFreeOfHim() {
    consultsBen();
    shift.hears(new LineEvent.CallerGone(call("c1"), Party.CALLER), new LineEvent.TalkEnded(offer("c1", 2), Party.CALLER),
        new LineEvent.TalkEnded(offer("c1", 1), Party.CALLER));
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    assertEquals(AgentState.READY, shift.state("ben"));
    assertNull(shift.stage.floor().visit(call("c1")));
    assertEquals(0, shift.stage.brokenOff());
  }

  @Test
  void whenSheHandsOnToAQueue_thenHeWaitsThereWithHisData_andSheWrapsUp() {
    shift.ask(new AgentRequest.NotReady(id("ben"), "lunch"));
    accepted(new TalkRequest.Transfer(id("anna"), new Target.ToQueue(SUPPORT)));
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    assertEquals(new Command.HandOn(offer("c1", 1), null), shift.line.commands(Command.HandOn.class).getLast());
    Fact.QueueEntered again = shift.last(Fact.QueueEntered.class);
    assertEquals(List.of(SUPPORT, 2, Fact.QueueEntered.HANDED_ON), List.of(again.queue(), again.visit(), again.why()));
    shift.ask(new AgentRequest.Ready(id("ben")));
    shift.answers("c1", 2);
    assertEquals(AgentState.TALKING, shift.state("ben"));
    shift.talkEnds("c1", 2, Party.AGENT);
    assertEquals(AgentState.READY, shift.state("ben"));
  }

  @Test
  void whenOneToWhomSheHandsOnDoesNotAnswer_thenTheCallerIsFirstInHerQueue() {
    shift.enters("c2", SALES);
    accepted(new TalkRequest.Transfer(id("anna"), BEN));
    assertEquals(List.of("anna", "ben"), List.of("anna", shift.rung("c1").getLast()));
    shift.fails("c1", 2, OfferEnding.UNANSWERED);
    shift.ready("cleo");
    assertEquals("cleo", shift.rung("c1").getLast(), "before c2, who waits in the same queue");
    assertEquals(List.of(), shift.rung("c2"));
  }

  @Test
  void whenSheHandsOnToANumber_thenItIsRungForTheCaller_andHisCallEndsWithThatTalk() {
    accepted(new TalkRequest.Transfer(id("anna"), NUMBER));
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    Command.Ringing rung = shift.line.commands(Command.Ringing.class).getLast();
    assertEquals("+4930123450", rung.ring().callerNumber());
    shift.answers("c1", 2);
    shift.hears(new LineEvent.TalkEnded(offer("c1", 2), Party.AGENT), new LineEvent.CallerGone(call("c1"), Party.AGENT));
    assertEquals(1, shift.signals.sent(CallSignal.TalkEnded.class).size());
    assertNull(shift.stage.floor().visit(call("c1")));
    assertEquals(0, shift.stage.brokenOff());
  }

  @Test
  void whenThatNumberIsBusy_thenTheCallerIsFirstInHerQueue() {
    accepted(new TalkRequest.Transfer(id("anna"), NUMBER));
    shift.fails("c1", 2, OfferEnding.BUSY);
    assertEquals(Fact.QueueEntered.RETURNED, shift.last(Fact.QueueEntered.class).why());
    shift.line.commands.clear();
    shift.ready("cleo");
    assertEquals(List.of("cleo"), shift.rung("c1"));
  }

  @Test
  void whenHerPhoneIsLost_thenTheCallerIsOfferedBackToHerFirst_withoutWrapUp() {
    shift.enters("c2", SALES);
    shift.hears(new LineEvent.TalkEnded(offer("c1", 1), Party.LOST), new LineEvent.PhoneReachable("anna", false));
    assertEquals(AgentState.READY, shift.state("anna"));
    shift.ready("cleo");
    assertEquals(List.of("cleo"), shift.rung("c2"), "he is still waited for");
    shift.time.advance(3_000);
    shift.hears(new LineEvent.PhoneReachable("anna", true));
    assertEquals("anna", shift.rung("c1").getLast());
    shift.answers("c1", 2);
    assertEquals(AgentState.TALKING, shift.state("anna"));
  }

  @Test
  void whenSheDoesNotComeBack_thenHeIsTheFirstForAnybody() {
    shift.enters("c2", SALES);
    shift.hears(new LineEvent.TalkEnded(offer("c1", 1), Party.LOST), new LineEvent.PhoneReachable("anna", false));
    shift.time.advance(30_000);
    shift.ready("cleo");
    assertEquals(List.of("cleo"), shift.rung("c1"));
    assertEquals(List.of(), shift.rung("c2"));
  }

  @Test
  void whenThePlatformComesBackDuringAConsultation_thenItGoesOn_andTheLineIsToldAgain() {
    consultsBen();
    Shift after = new Shift(SETTINGS, shift.journal);
    after.restored(List.of("c1"), List.of(
        new LineEvent.LiveOffer(offer("c1", 1), true, false), new LineEvent.LiveOffer(offer("c1", 2), true, false)), Set.of());
    assertEquals(new Command.Arrange(offer("c1", 1), offer("c1", 2), With.THIRD), after.line.commands(Command.Arrange.class).getLast());
    assertEquals(shift.snapshot(), after.snapshot());
    assertEquals(AgentState.TALKING, after.state("ben"));
  }

  @Test
  void whenThePlatformDiedBeforeTheLineHeardOfAHandOver_thenHerLegEnds_andTheCallerStaysWithBen() {
    consultsBen();
    accepted(new TalkRequest.Complete(id("anna")));
    Shift after = new Shift(SETTINGS, shift.journal);
    after.restored(List.of("c1"), List.of(
        new LineEvent.LiveOffer(offer("c1", 1), true, true), new LineEvent.LiveOffer(offer("c1", 2), true, false)), Set.of());
    assertEquals(List.of(new Command.Drop(offer("c1", 1))), after.line.commands(Command.Drop.class));
    assertEquals(List.of(), after.line.commands(Command.HangUpLeg.class));
    assertEquals(new Command.Arrange(offer("c1", 2), null, With.CUSTOMER), after.line.commands(Command.Arrange.class).getLast());
    assertEquals(AgentState.TALKING, after.state("ben"));
  }

  @Test
  void whenHerLegIsGoneWhenThePlatformComesBack_andTheCallerIsThere_thenHeReturns() {
    Shift after = new Shift(SETTINGS, shift.journal);
    after.restored(List.of("c1"), List.of(), Set.of("anna"));
    assertEquals(Fact.QueueEntered.RETURNED, after.last(Fact.QueueEntered.class).why());
    assertEquals(AgentState.READY, after.state("anna"));
  }

  @Test
  void whenWhatSheAsksForDoesNotFit_thenItIsRefused_andNothingChanges() {
    int before = shift.journal.facts(Fact.class).size();
    assertEquals("not_now", refused(new TalkRequest.Swap(id("anna"))));
    assertEquals("not_now", refused(new TalkRequest.Complete(id("anna"))));
    assertEquals("no_call", refused(new TalkRequest.Hold(id("ben"))));
    assertEquals("agent_not_ready", refused(new TalkRequest.Consult(id("anna"), new Target.ToAgent(id("cleo")))));
    assertEquals("unknown_agent", refused(new TalkRequest.Consult(id("anna"), new Target.ToAgent(id("nobody")))));
    assertEquals("unknown_queue", refused(new TalkRequest.Transfer(id("anna"), new Target.ToQueue(QueueId.of("demo", "x")))));
    assertEquals(before, shift.journal.facts(Fact.class).size());
  }

  @Test
  void whenHeDeclines_thenTheCallLooksForAnother_andItCounts() {
    shift.enters("c2", SUPPORT);
    shift.rings("c2", 1);
    accepted(new TalkRequest.Decline(id("ben")));
    assertEquals(OfferEnding.DECLINED, shift.last(Fact.OfferEnded.class).ending());
    assertEquals(AgentState.NOT_READY, shift.state("ben"));
    assertTrue(shift.line.commands(Command.Cancel.class).stream().anyMatch(c -> c.offer().equals(offer("c2", 1))));
  }

  @Test
  void whenOneIsConsulted_thenOnlyHeWhoCalledHimDecides() {
    consultsBen();
    assertEquals("not_now", refused(new TalkRequest.Swap(id("ben"))));
    accepted(new TalkRequest.HangUp(id("ben")));
    assertEquals(offer("c1", 2), shift.line.commands(Command.HangUpLeg.class).getLast().talk());
  }
}
