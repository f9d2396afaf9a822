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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.ending.ListenEnding;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine.Command;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.PhoneSignal;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.SupervisionRequest;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.signal.TalkRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor in an agent's talk. */
class SupervisingTest {
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(wrapUp(queue(SALES), 10_000), wrapUp(queue(SUPPORT), 0)),
      List.of(agent("anna", Map.of(), SALES), agent("ben", Map.of(), SUPPORT), agent("sue", Map.of(), SUPPORT), agent("tom", Map.of())));

  private Shift shift = new Shift(SETTINGS);

  @BeforeEach
  void annaTalks() {
    shift.ready("anna", "ben");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    shift.line.commands.clear();
  }

  private Reply ask(SupervisionRequest request) {
    return shift.signals.ask(request).toCompletableFuture().getNow(null);
  }

  private Reply listen(String by, ListenMode mode) {
    return ask(new SupervisionRequest.Listen(id(by), call("c1"), mode));
  }

  private void listens(String by, int leg) {
    assertInstanceOf(Reply.Accepted.class, listen(by, ListenMode.LISTEN));
    shift.hears(new LineEvent.ListenerJoined(offer("c1", leg)));
  }

  private static String code(Reply reply) {
    return assertInstanceOf(Reply.Refused.class, reply).code();
  }

  private ListenEnding ending() {
    return shift.last(Fact.Listening.ListenEnded.class).ending();
  }

  @Test
  void whenSheListens_thenHerPhoneIsRungForTheAgentsTalk_andWhoListenedHowAndWhenIsAFact() {
    assertInstanceOf(Reply.Accepted.class, listen("sue", ListenMode.LISTEN));
    var rung = shift.line.commands(Command.Listen.class).getLast().listener();
    assertEquals(List.of(offer("c1", 1), offer("c1", 2), ListenMode.LISTEN), List.of(rung.talk(), rung.leg(), rung.mode()));
    shift.hears(new LineEvent.ListenerJoined(offer("c1", 2)));
    shift.time.advance(3_000);
    assertInstanceOf(Reply.Accepted.class, listen("sue", ListenMode.WHISPER));
    assertEquals(ListenMode.WHISPER, shift.line.commands(Command.Listen.class).getLast().listener().mode());
    assertEquals(ListenMode.WHISPER, shift.last(Fact.Listening.ListenChanged.class).mode());
    shift.time.advance(2_000);
    assertInstanceOf(Reply.Accepted.class, ask(new SupervisionRequest.Leave(id("sue"), call("c1"))));
    assertEquals(offer("c1", 2), shift.line.commands(Command.HangUpLeg.class).getLast().talk());
    var ended = shift.last(Fact.Listening.ListenEnded.class);
    assertEquals(List.of(ListenEnding.LEFT, 5_000L, id("anna"), id("sue")), List.of(ended.ending(), ended.listenedMs(), ended.agent(), ended.by()));
    assertEquals(AgentState.TALKING, shift.state("anna"));
  }

  @Test
  void whenTheTalkEnds_orIsHandedOn_thenTheListeningEndsToo() {
    listens("sue", 2);
    shift.talkEnds("c1", 1, Party.CALLER);
    assertEquals(ListenEnding.TALK_OVER, ending());
    assertEquals(offer("c1", 2), shift.line.commands(Command.HangUpLeg.class).getLast().talk());

    shift.ask(new AgentRequest.Ready(id("anna")));
    shift.enters("c2", SALES);
    shift.answers("c2", 1);
    ask(new SupervisionRequest.Listen(id("sue"), call("c2"), ListenMode.LISTEN));
    shift.hears(new LineEvent.ListenerJoined(offer("c2", 2)));
    shift.signals.ask(new TalkRequest.Transfer(id("anna"), new Target.ToQueue(SUPPORT)));
    assertEquals(2, shift.journal.facts(Fact.Listening.ListenEnded.class).size());
    assertEquals(ListenEnding.TALK_OVER, ending());
    assertEquals(List.of("anna", "ben"), shift.rung("c2"));
    assertEquals(3, shift.last(Fact.OfferMade.class).offer().attempt(), "no id is used twice");
  }

  @Test
  void whileSheListens_thenNobodyOffersHerACall_andAfterwardsSheIsFreeAgain() {
    shift.signals.ask(new AgentRequest.SignOut(id("ben")));
    shift.ready("sue");
    listens("sue", 2);
    shift.enters("c2", SUPPORT);
    assertEquals(List.of(), shift.rung("c2"));
    ask(new SupervisionRequest.Leave(id("sue"), call("c1")));
    assertEquals(List.of("sue"), shift.rung("c2"));
  }

  @Test
  void whenSheCannot_thenSheIsTold() {
    assertEquals("no_talk", code(ask(new SupervisionRequest.Listen(id("sue"), call("c9"), ListenMode.LISTEN))));
    assertEquals("no_own_phone", code(listen("sam", ListenMode.LISTEN)), "an account without a phone");
    assertEquals("no_talk", code(ask(new SupervisionRequest.Listen(AgentId.of("other", "sue"), call("c1"), ListenMode.LISTEN))),
        "of another tenant");
    assertEquals("not_listening", code(ask(new SupervisionRequest.Leave(id("sue"), call("c1")))));
    shift.enters("c2", SUPPORT);
    shift.answers("c2", 1);
    assertEquals("in_call", code(listen("ben", ListenMode.LISTEN)), "who has a call himself");
    assertEquals("in_call", code(listen("anna", ListenMode.LISTEN)), "her own");
    listens("sue", 2);
    assertEquals("heard_already", code(listen("tom", ListenMode.LISTEN)));
    assertEquals("heard_already", code(ask(new SupervisionRequest.TakeOver(id("tom"), call("c1")))));
    assertEquals("listens_elsewhere", code(ask(new SupervisionRequest.Listen(id("sue"), call("c2"), ListenMode.BARGE))));
    shift.hears(new LineEvent.PhoneReachable("tom", false));
    assertEquals("phone_unreachable", code(ask(new SupervisionRequest.Listen(id("tom"), call("c2"), ListenMode.BARGE))));
    assertEquals(1, shift.journal.facts(Fact.Listening.ListenBegun.class).size());
  }

  @Test
  void whenHerPhoneDoesNotAnswer_orHerPageIsGone_thenTheListeningIsOver_andTheTalkGoesOn() {
    listen("sue", ListenMode.LISTEN);
    shift.hears(new LineEvent.ListenerGone(offer("c1", 2), OfferEnding.UNANSWERED));
    assertEquals(ListenEnding.NOT_ANSWERED, ending());
    listens("sue", 3);
    shift.signals.send(new PhoneSignal.Gone(id("sue"), "sue"));
    assertEquals(ListenEnding.LOST, ending());
    assertEquals(AgentState.TALKING, shift.state("anna"));
    assertEquals(List.of(), shift.journal.facts(Fact.TalkEnded.class));
  }

  @Test
  void whenSheTakesOverWhileListening_thenHerLegIsTheTalks_theAgentWrapsUp_andSheIsWhatSheWasAfterwards() {
    shift.signals.ask(new AgentRequest.SignIn(id("sue")));
    listens("sue", 2);
    assertInstanceOf(Reply.Accepted.class, ask(new SupervisionRequest.TakeOver(id("sue"), call("c1"))));
    assertEquals(ListenEnding.TOOK_OVER, ending());
    var handed = shift.line.commands(Command.HandOn.class).getLast();
    assertEquals(List.of(offer("c1", 1), offer("c1", 2)), List.of(handed.talk(), handed.third()));
    assertTrue(shift.line.commands(Command.HangUpLeg.class).isEmpty(), "her leg goes on");
    assertEquals(List.of(AgentState.WRAP_UP, AgentState.TALKING), List.of(shift.state("anna"), shift.state("sue")));
    assertEquals(id("sue"), shift.last(Fact.InTalk.HandedOn.class).agent());
    shift.hears(new LineEvent.TalkEnded(offer("c1", 1), Party.AGENT));
    assertEquals(List.of(), shift.signals.sent(CallSignal.TalkEnded.class), "the caller talks on");
    shift.talkEnds("c1", 2, Party.CALLER);
    assertEquals(AgentState.WRAP_UP, shift.state("sue"));
    assertEquals(List.of(id("anna"), id("sue")), shift.journal.facts(Fact.TalkEnded.class).stream().map(Fact.TalkEnded::agent).toList());
    shift.time.advance(10_000);
    assertEquals(AgentState.NOT_READY, shift.state("sue"));
  }

  @Test
  void whenSheTakesOverWithoutListening_thenNothingChangesBeforeSheAnswers_andWhoWasSignedOutIsSoAgain() {
    assertInstanceOf(Reply.Accepted.class, ask(new SupervisionRequest.TakeOver(id("sue"), call("c1"))));
    assertEquals(List.of(AgentState.TALKING, AgentState.SIGNED_OUT), List.of(shift.state("anna"), shift.state("sue")));
    assertTrue(shift.line.commands(Command.Arrange.class).isEmpty(), "nobody in the talk notices");
    shift.hears(new LineEvent.ListenerJoined(offer("c1", 2)));
    assertEquals(List.of(AgentState.WRAP_UP, AgentState.TALKING), List.of(shift.state("anna"), shift.state("sue")));
    shift.talkEnds("c1", 2, Party.AGENT);
    shift.time.advance(10_000);
    assertEquals(AgentState.SIGNED_OUT, shift.state("sue"));
  }

  @Test
  void whenHerPhoneIsGoneInTheMomentInWhichSheTakesOver_thenTheCallerIsTheFirstInHisQueue() {
    listens("sue", 2);
    ask(new SupervisionRequest.TakeOver(id("sue"), call("c1")));
    shift.hears(new LineEvent.ListenerGone(offer("c1", 2), null));
    assertEquals(Fact.QueueEntered.RETURNED, shift.last(Fact.QueueEntered.class).why());
    assertEquals(AgentState.SIGNED_OUT, shift.state("sue"));
    assertEquals(List.of(), shift.signals.sent(CallSignal.TalkEnded.class));
  }

  @Test
  void whenTheCallerIsAside_thenSheMayTakeOver_butNotWithAThirdParty() {
    shift.signals.ask(new TalkRequest.Consult(id("anna"), new Target.ToAgent(id("ben"))));
    assertEquals("third_party", code(ask(new SupervisionRequest.TakeOver(id("sue"), call("c1")))));
    shift.signals.ask(new TalkRequest.Cancel(id("anna")));
    shift.signals.ask(new TalkRequest.Hold(id("anna")));
    ask(new SupervisionRequest.TakeOver(id("sue"), call("c1")));
    shift.hears(new LineEvent.ListenerJoined(offer("c1", 3)));
    assertEquals(AgentState.TALKING, shift.state("sue"));
    assertEquals(offer("c1", 3), shift.line.commands(Command.HandOn.class).getLast().third());
  }

  @Test
  void whenThePlatformComesBack_thenWhoStillListensDoes_andWhoIsGoneHasAnEnd() {
    listens("sue", 2);
    listen("sue", ListenMode.BARGE);
    Shift after = new Shift(SETTINGS, shift.journal);
    after.hears(new LineEvent.Restored(
        List.of(new LineEvent.LiveCall(new LineEvent.CallArrived(call("c1"), "+49", "+4930", "Caller", "trunk"))),
        List.of(new LineEvent.LiveOffer(offer("c1", 1), true)), Set.of(), List.of(new LineEvent.LiveListener(offer("c1", 2), true))));
    assertEquals(ListenMode.BARGE, after.line.commands(Command.Listen.class).getLast().listener().mode());
    assertTrue(after.journal.facts(Fact.Listening.ListenEnded.class).isEmpty());

    Shift later = new Shift(SETTINGS, shift.journal);
    later.restored(List.of("c1"), List.of(new LineEvent.LiveOffer(offer("c1", 1), true)), Set.of());
    assertEquals(ListenEnding.LOST, later.last(Fact.Listening.ListenEnded.class).ending());
    assertEquals(AgentState.TALKING, later.state("anna"));
    assertFalse(later.stage.floor().staff().agent(id("sue")).handset().listening());
  }

  @Test
  void whenTheAgentMutes_thenHerLegIsMuted_andItIsAFact() {
    assertInstanceOf(Reply.Accepted.class, shift.signals.ask(new TalkRequest.Mute(id("anna"), true)).toCompletableFuture().getNow(null));
    assertEquals(new Command.Mute(offer("c1", 1), true), shift.line.commands(Command.Mute.class).getLast());
    assertTrue(shift.last(Fact.MicrophoneSwitched.class).muted());
    assertEquals("no_call", code(shift.signals.ask(new TalkRequest.Mute(id("ben"), true)).toCompletableFuture().getNow(null)));
  }
}
