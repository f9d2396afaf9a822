package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
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
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What agents ask for, when it takes effect, and wrap-up. */
class AgentsAtWorkTest {
  private final Shift shift = new Shift(FloorSettings.of(
      List.of(wrapUp(queue(SALES), 15_000)),
      List.of(agent("anna", Map.of(), SALES), agent("ben", Map.of(), SALES))));

  private void annaTalks() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    assertEquals(AgentState.TALKING, shift.state("anna"));
  }

  @Test
  void whoSignsInIsNotReadyUntilHeSaysSo() {
    assertEquals(new Reply.Accepted("not_ready"), shift.ask(new AgentRequest.SignIn(id("anna"))));
    assertEquals(new Reply.Accepted("ready"), shift.ask(new AgentRequest.Ready(id("anna"))));
    assertEquals(new Reply.Accepted("not_ready"), shift.ask(new AgentRequest.NotReady(id("anna"), "lunch")));
    assertEquals("lunch", shift.reason("anna"));
    assertEquals(new Reply.Accepted("signed_out"), shift.ask(new AgentRequest.SignOut(id("anna"))));
  }

  @Test
  void strangersAndWhoIsNotSignedInAreRefusedWithACode() {
    assertEquals("unknown_agent", assertInstanceOf(Reply.Refused.class, shift.ask(new AgentRequest.SignIn(id("nobody")))).code());
    assertEquals("not_signed_in", assertInstanceOf(Reply.Refused.class, shift.ask(new AgentRequest.Ready(id("anna")))).code());
    assertTrue(shift.journal.facts().isEmpty());
  }

  @Test
  void theAnswerWaitsUntilItIsDurable() {
    shift.journal.hold();
    CompletableFuture<Reply> answer = shift.signals.ask(new AgentRequest.SignIn(id("anna"))).toCompletableFuture();
    assertNull(answer.getNow(null));
    shift.journal.release();
    assertEquals(new Reply.Accepted("not_ready"), answer.getNow(null));
  }

  @Test
  void aRingLeavesOnlyAfterItsFactsAreDurable() {
    shift.ready("anna");
    shift.journal.hold();
    shift.enters("c1", SALES);
    assertEquals(List.of(), shift.rung("c1"));
    shift.journal.release();
    assertEquals(List.of("anna"), shift.rung("c1"));
  }

  @Test
  void whenTheCallerIsGoneBeforeTheFactsAreDurable_thenNoPhoneRings() {
    shift.ready("anna");
    shift.journal.hold();
    shift.enters("c1", SALES);
    shift.callerHangsUp("c1");
    shift.journal.release();
    assertEquals(List.of(), shift.rung("c1"));
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  @Test
  void wrapUpLastsUntilItsTimer_andIsWritten() {
    annaTalks();
    shift.time.advance(60_000);
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    shift.time.advance(14_999);
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    shift.time.advance(1);
    assertEquals(AgentState.READY, shift.state("anna"));
    Fact.WrapUpEnded ended = shift.last(Fact.WrapUpEnded.class);
    assertEquals("timer", ended.why());
    assertEquals(15_000, ended.wrapUpMs());
    assertEquals(60_000, shift.last(Fact.TalkEnded.class).talkMs());
    assertEquals(1, shift.signals.sent(CallSignal.WrappedUp.class).size());
    assertTrue(shift.signals.sent(CallSignal.TalkEnded.class).getFirst().wrapUp());
  }

  @Test
  void readyEndsWrapUp() {
    annaTalks();
    shift.talkEnds("c1", 1, Party.AGENT);
    shift.time.advance(4_000);
    shift.enters("c2", SALES);
    shift.ask(new AgentRequest.Ready(id("anna")));
    assertEquals(List.of("anna"), shift.rung("c2"));
    assertEquals("agent", shift.last(Fact.WrapUpEnded.class).why());
    assertEquals(4_000, shift.last(Fact.WrapUpEnded.class).wrapUpMs());
  }

  @Test
  void askingToBeNotReadyDuringWrapUpDoesNotProlongIt() {
    annaTalks();
    shift.talkEnds("c1", 1, Party.AGENT);
    shift.time.advance(10_000);
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    shift.time.advance(5_000);
    assertEquals(AgentState.NOT_READY, shift.state("anna"));
    assertEquals("lunch", shift.reason("anna"));
  }

  @Test
  void withoutWrapUpHeIsReadyAtOnce() {
    Shift shift = new Shift(FloorSettings.of(List.of(queue(SALES)), List.of(agent("anna", Map.of(), SALES))));
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    shift.enters("c2", SALES);
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(List.of("anna"), shift.rung("c2"));
    assertEquals(List.of(), shift.journal.facts(Fact.WrapUpEnded.class));
    assertEquals(false, shift.signals.sent(CallSignal.TalkEnded.class).getFirst().wrapUp());
  }

  @Test
  void notReadyAndSignOutDuringATalkFollowTheCall() {
    annaTalks();
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    shift.ask(new AgentRequest.SignOut(id("anna")));
    assertEquals(AgentState.TALKING, shift.state("anna"));
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    shift.time.advance(15_000);
    assertEquals(AgentState.SIGNED_OUT, shift.state("anna"));
  }

  @Test
  void notReadyWhileRingingTakesEffectWhenItIsNotAnswered() {
    shift.ready("anna");
    shift.enters("c1", SALES);
    assertEquals(AgentState.RESERVED, shift.state("anna"));
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    shift.rings("c1", 1);
    assertEquals(AgentState.RINGING, shift.state("anna"));
    shift.fails("c1", 1, OfferEnding.UNANSWERED);
    assertEquals("lunch", shift.reason("anna"));
  }

  @Test
  void signOutWhileRingingTakesTheCallBackToItsPlace() {
    shift.ready("anna");
    shift.time.advance(10);
    shift.ready("ben");
    shift.enters("c1", SALES);
    shift.ask(new AgentRequest.SignOut(id("anna")));
    assertEquals(AgentState.SIGNED_OUT, shift.state("anna"));
    assertTrue(shift.line.commands.contains(new FakeLine.Command.Cancel(offer("c1", 1))));
    assertEquals(OfferEnding.WITHDRAWN, shift.last(Fact.OfferEnded.class).ending());
    assertEquals(List.of("anna", "ben"), shift.rung("c1"));
  }
}
