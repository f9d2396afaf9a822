package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static io.switchboard.acd.Shift.wrapUp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.dial.DialLimits;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.DialRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import io.switchboard.core.signal.TalkRequest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An agent dials by hand: he is reserved for it, and from the answer on it is a talk like any other. */
class DiallingTest {
  private static final String ADA = "+4917012345";
  private static final FloorSettings SETTINGS = new FloorSettings(
      List.of(wrapUp(queue(SALES), 10_000), queue(SUPPORT)), List.of(agent("anna", Map.of(), SALES), agent("ben", Map.of(), SALES)),
      Map.of(Shift.DEMO, new FloorSettings.Names(
          Set.of(), Map.of(), Map.of(), new DialLimits(Set.of("112"), 2, 3, 4, 30_000, ZoneOffset.UTC))),
      60_000, 30_000, FloorSettings.RING_GRACE_MS);

  private Shift shift = new Shift(SETTINGS);

  private Reply dials(String agent, String number, boolean emergency, @Nullable QueueId queue) {
    return shift.signals.ask(new DialRequest(id(agent), number, emergency, queue, 7, "", List.of("carrier"), "+4930100"))
        .toCompletableFuture().getNow(null);
  }

  private Reply dials(String agent) {
    return dials(agent, ADA, false, null);
  }

  /** The id of what he dialled last. */
  private OfferId dialled() {
    return shift.line.commands(FakeLine.Command.Dials.class).getLast().dial().agent().offer();
  }

  private void picksUp() {
    shift.hears(new LineEvent.OfferRinging(dialled()), new LineEvent.Dialling(dialled()));
  }

  private void isAnswered() {
    picksUp();
    shift.hears(new LineEvent.Connected(dialled()));
  }

  private static String refusal(Reply reply) {
    return assertInstanceOf(Reply.Refused.class, reply).code();
  }

  private DialResult result() {
    return shift.last(Fact.Dial.DialEnded.class).result();
  }

  private Shift restarted() {
    Shift after = new Shift(SETTINGS, shift.journal);
    after.time.advance(shift.time.nowMs() - after.time.nowMs());
    return after;
  }

  @Test
  void whoIsReadyDials_andTalks_andWrapsUp_andIsOfferedNothingMeanwhile() {
    shift.ready("anna");
    CallId call = new CallId(assertInstanceOf(Reply.Accepted.class, dials("anna")).state());
    assertEquals(AgentState.RESERVED, shift.state("anna"));
    Line.Dial dial = shift.line.commands(FakeLine.Command.Dials.class).getLast().dial();
    assertEquals(new Phone.Number(ADA, List.of("carrier")), dial.to());
    assertEquals(new Phone.Endpoint("anna"), dial.agent().phone());
    assertEquals("+4930100", dial.shown());
    assertEquals(30_000, dial.ringMs());
    assertEquals(7, shift.last(Fact.CustomerNamed.class).customer());
    shift.enters("caller", SALES);
    assertEquals(List.of(), shift.rung("caller"));
    picksUp();
    assertEquals(AgentState.RINGING, shift.state("anna"));
    shift.time.advance(5_000);
    shift.hears(new LineEvent.Connected(dialled()));
    assertEquals(AgentState.TALKING, shift.state("anna"));
    assertEquals(DialResult.ANSWERED, result());
    assertEquals(5_000, shift.last(Fact.Dial.DialEnded.class).ringingMs());
    assertEquals(ADA, shift.last(Fact.Connected.class).caller());
    assertEquals(call, shift.last(Fact.Connected.class).call());
    shift.hears(new LineEvent.TalkEnded(dialled(), Party.AGENT), new LineEvent.CallerGone(call, Party.AGENT));
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    assertEquals(SALES, shift.last(Fact.TalkEnded.class).queue());
    shift.time.advance(10_000);
    assertEquals(List.of("anna"), shift.rung("caller"));
    assertEquals(0, shift.stage.brokenOff());
  }

  @Test
  void whoIsNotReadyDials_andIsNotReadyAgain_forTheSameReason() {
    shift.ask(new AgentRequest.SignIn(id("anna")));
    shift.ask(new AgentRequest.NotReady(id("anna"), "desk work"));
    dials("anna");
    picksUp();
    shift.hears(new LineEvent.DialFailed(dialled(), DialResult.BUSY, 17));
    assertEquals(DialResult.BUSY, result());
    assertEquals(AgentState.NOT_READY, shift.state("anna"));
    assertEquals("desk work", shift.reason("anna"));
    assertEquals(1, shift.signals.sent(CallSignal.DialOver.class).size());
  }

  @Test
  void inATalkThatHeDialled_heHolds_consults_andHandsOn() {
    shift.ready("anna", "ben");
    dials("anna");
    isAnswered();
    assertInstanceOf(Reply.Accepted.class, talk(new TalkRequest.Hold(id("anna"))));
    assertEquals(AgentState.HELD, shift.state("anna"));
    assertInstanceOf(Reply.Accepted.class, talk(new TalkRequest.Consult(id("anna"), new TalkRequest.Target.ToAgent(id("ben")))));
    shift.hears(new LineEvent.Connected(new OfferId(dialled().call(), 2)));
    assertInstanceOf(Reply.Accepted.class, talk(new TalkRequest.Complete(id("anna"))));
    assertEquals(AgentState.TALKING, shift.state("ben"));
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    assertEquals(0, shift.stage.brokenOff());
  }

  private Reply talk(TalkRequest request) {
    return shift.signals.ask(request).toCompletableFuture().getNow(null);
  }

  @Test
  void whoHangsUpBeforeTheAnswer_takesItBack() {
    shift.ready("anna");
    dials("anna");
    picksUp();
    assertInstanceOf(Reply.Accepted.class, talk(new TalkRequest.HangUp(id("anna"))));
    assertEquals(List.of(new FakeLine.Command.Cancel(dialled())), shift.line.commands(FakeLine.Command.Cancel.class));
    assertEquals(DialResult.CANCELLED, result());
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  @Test
  void whoDoesNotPickUpHisOwnPhone_dialsNobody() {
    shift.ready("anna");
    dials("anna");
    shift.hears(new LineEvent.OfferFailed(dialled(), OfferEnding.UNANSWERED));
    assertEquals(DialResult.AGENT_MISSED, result());
    assertEquals(0, shift.last(Fact.Dial.DialEnded.class).ringingMs());
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  @Test
  void whatTheLineNeverTells_isOverByTime() {
    shift.ready("anna");
    dials("anna");
    picksUp();
    shift.time.advance(30_000 + FloorSettings.RING_GRACE_MS);
    assertEquals(DialResult.NO_ANSWER, result());
    assertEquals(AgentState.READY, shift.state("anna"));
  }

  @Test
  void whoHasACallOrIsNotSignedIn_doesNotDial() {
    assertEquals("not_signed_in", refusal(dials("anna")));
    shift.ready("anna");
    shift.enters("caller", SALES);
    assertEquals("dial_not_now", refusal(dials("anna")));
    shift.answers("caller", 1);
    assertEquals("dial_not_now", refusal(dials("anna")));
    shift.talkEnds("caller", 1, Party.CALLER);
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    assertEquals("dial_not_now", refusal(dials("anna")));
    assertEquals(List.of(), shift.line.commands(FakeLine.Command.Dials.class));
  }

  @Test
  void whosePhoneIsDead_orWhoseQueueIsUnknown_doesNotDial() {
    shift.ready("anna");
    assertEquals("unknown_queue", refusal(dials("anna", ADA, false, QueueId.of("demo", "nothing"))));
    shift.hears(new LineEvent.PhoneReachable("anna", false));
    assertEquals("phone_unreachable", refusal(dials("anna")));
    assertEquals("phone_unreachable", refusal(dials("anna", "112", true, null)));
  }

  @Test
  void asManyAtOnceAsMay() {
    shift.ready("anna", "ben");
    dials("anna");
    dials("ben");
    assertEquals(2, shift.stage.floor().dials().dialled(id("anna"), shift.time.nowMs(), limits(), shift.stage.floor().visits()).now());
    shift.hears(new LineEvent.DialFailed(dialled(), DialResult.NO_ANSWER, 0));
    assertEquals(1, shift.stage.floor().dials().dialled(id("anna"), shift.time.nowMs(), limits(), shift.stage.floor().visits()).now());
  }

  private static DialLimits limits() {
    return SETTINGS.dialling(Shift.DEMO);
  }

  @Test
  void asManyOverATrunkAsMay_andThenOverTheNext_alsoAfterARestart() {
    FloorSettings capped = new FloorSettings(
        SETTINGS.queues(), SETTINGS.agents(), Map.of(Shift.DEMO, new FloorSettings.Names(Set.of(), Map.of(), Map.of(), new DialLimits(
            Set.of("112"), 9, 9, 9, 30_000, ZoneOffset.UTC, Map.of("carrier", new DialLimits.OverTrunk(9, 1), "spare", new DialLimits.OverTrunk(1, 2))))),
        60_000, 30_000, FloorSettings.RING_GRACE_MS);
    shift = new Shift(capped);
    shift.ready("anna", "ben");
    assertInstanceOf(Reply.Accepted.class, over("anna", "carrier", "spare"));
    assertEquals(List.of("carrier", "spare"), shift.last(Fact.Dial.DialBegun.class).trunks());
    Reply full = over("ben", "carrier", "spare");
    assertEquals("dial_limit", refusal(full));
    Words why = ((Reply.Refused) full).message();
    assertTrue(why.english().contains("Over carrier, spare") && why.chinese().contains("中继 carrier、spare"), why::toString);
    shift.hears(new LineEvent.DialFailed(dialled(), DialResult.BUSY, 17));
    assertInstanceOf(Reply.Accepted.class, over("ben", "carrier", "spare"));
    assertEquals(List.of("spare"), shift.last(Fact.Dial.DialBegun.class).trunks(), "the other went as often today as it may");
    shift.hears(new LineEvent.DialFailed(dialled(), DialResult.BUSY, 17));
    List<Fact.Dial.DialBegun> today = shift.journal.facts(Fact.Dial.DialBegun.class);
    shift = new Shift(capped);
    shift.stage.recallDials(today);
    shift.ready("anna");
    assertEquals("dial_limit", refusal(over("anna", "carrier", "spare")));
    assertInstanceOf(Reply.Accepted.class, over("anna", "third"));
  }

  private Reply over(String agent, String... trunks) {
    return shift.signals.ask(new DialRequest(id(agent), ADA, false, null, 0, "", List.of(trunks), "")).toCompletableFuture().getNow(null);
  }

  private void dialsInVain(String agent) {
    assertInstanceOf(Reply.Accepted.class, dials(agent));
    shift.hears(new LineEvent.DialFailed(dialled(), DialResult.BUSY, 17));
  }

  @Test
  void asManyADayAsMay_alsoAfterARestart_butEmergenciesAlways_andTomorrowAgain() {
    shift.ready("anna", "ben");
    for (int i = 0; i < 3; i++) {
      dialsInVain("anna");
    }
    assertEquals("dial_limit", refusal(dials("anna")));
    dialsInVain("ben");
    assertEquals("dial_limit", refusal(dials("ben")), "four of the company");
    shift = restarted();
    shift.stage.recallDials(shift.journal.facts(Fact.Dial.DialBegun.class));
    shift.restored(List.of(), List.of(), Set.of());
    shift.ready("anna", "ben");
    assertEquals("dial_limit", refusal(dials("anna")));
    assertInstanceOf(Reply.Accepted.class, dials("anna", "112", true, null));
    shift.hears(new LineEvent.DialFailed(dialled(), DialResult.BUSY, 17));
    shift.time.advance(24 * 3_600_000L);
    assertInstanceOf(Reply.Accepted.class, dials("anna"));
  }

  @Test
  void anEmergencyIsDialledByWhoIsSignedOut_wrapsUp_orIsRung_andWhoeverRangIsOfferedElsewhere() {
    assertInstanceOf(Reply.Accepted.class, dials("anna", "112", true, null));
    shift.hears(new LineEvent.DialFailed(dialled(), DialResult.BUSY, 17));
    assertEquals(AgentState.SIGNED_OUT, shift.state("anna"));
    shift.ready("anna");
    shift.enters("caller", SALES);
    assertEquals(List.of("anna"), shift.rung("caller"));
    shift.ready("ben");
    assertInstanceOf(Reply.Accepted.class, dials("anna", "112", true, null));
    assertEquals(List.of("anna", "ben"), shift.rung("caller"));
    assertEquals(AgentState.RESERVED, shift.state("anna"));
    shift.answers("caller", 2);
    isAnswered();
    shift.hears(new LineEvent.TalkEnded(dialled(), Party.CALLER), new LineEvent.CallerGone(dialled().call(), Party.CALLER));
    assertEquals(AgentState.WRAP_UP, shift.state("anna"));
    assertInstanceOf(Reply.Accepted.class, dials("anna", "112", true, null));
    assertEquals(AgentState.RESERVED, shift.state("anna"));
    assertEquals(0, shift.stage.brokenOff());
  }

  @Test
  void whenThePlatformDiesWhileItRings_itGoesOn_andIsNotDialledAgain() {
    shift.ready("anna");
    dials("anna");
    OfferId offer = dialled();
    shift = restarted();
    shift.restored(List.of(), List.of(new LineEvent.LiveOffer(offer, false, false, true)), Set.of());
    assertEquals(List.of(), shift.line.commands(FakeLine.Command.Dials.class));
    assertEquals(AgentState.RINGING, shift.state("anna"));
    shift.hears(new LineEvent.Connected(offer));
    assertEquals(AgentState.TALKING, shift.state("anna"));
    assertEquals(0, shift.stage.brokenOff());
  }

  @Test
  void whenItWasAnsweredMeanwhile_theyTalk_andWhenItWasOver_itHasItsEnd() {
    shift.ready("anna");
    dials("anna");
    OfferId offer = dialled();
    Shift answered = restarted();
    answered.restored(List.of(offer.call().value()), List.of(new LineEvent.LiveOffer(offer, true)), Set.of());
    assertEquals(AgentState.TALKING, answered.state("anna"));
    assertEquals(DialResult.ANSWERED, answered.last(Fact.Dial.DialEnded.class).result());
  }

  @Test
  void whenItWasOverMeanwhile_itHasItsEnd_andSheIsFree() {
    shift.ready("anna");
    dials("anna");
    shift = restarted();
    shift.restored(List.of(), List.of(), Set.of());
    assertEquals(DialResult.UNSEEN, result());
    assertEquals(AgentState.READY, shift.state("anna"));
    assertEquals(List.of(), shift.line.commands(FakeLine.Command.Dials.class));
    assertTrue(shift.stage.floor().visits().isEmpty());
  }
}
