package io.switchboard.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent.OfTape;
import io.switchboard.core.recording.RecordingEvent.Consent;
import io.switchboard.core.recording.RecordingPlan.Mode;
import io.switchboard.core.signal.RecordingRequest;
import io.switchboard.core.signal.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final CallId CALL = new CallId("sb1-1.1");
  private static final QueueId SALES = new QueueId(DEMO, "sales");
  private static final QueueId CARDS = new QueueId(DEMO, "cards");
  private static final QueueId OTHER = new QueueId(DEMO, "other");
  private static final AgentId ANNA = new AgentId(DEMO, "anna");
  private static final AgentId BEN = new AgentId(DEMO, "ben");
  private static final OfferId FIRST = new OfferId(CALL, 1);
  private static final OfferId SECOND = new OfferId(CALL, 2);

  private final Map<QueueId, RecordingPlan> plans = new HashMap<>(Map.of(
      SALES, new RecordingPlan(Mode.ALWAYS, true, true, "told", 0), CARDS, new RecordingPlan(Mode.ON_DEMAND, true, true, "told", 0)));
  private final Recorder recorder = new Recorder(queue -> plans.getOrDefault(queue, RecordingPlan.NONE));
  private final List<Fact> journal = new ArrayList<>();
  private Recorder.Decided last = new Recorder.Decided(List.of(), List.of());
  private int visits;

  private void is(Fact fact) {
    journal.add(fact);
    decide(new RecordingEvent.Happened(fact));
  }

  private void decide(RecordingEvent event) {
    last = recorder.decide(event, 1_000);
    journal.addAll(last.facts());
  }

  private <E> E effect(Class<E> type) {
    return last.effects().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow(() -> new AssertionError(last.toString()));
  }

  private <E> List<E> effects(Class<E> type) {
    return last.effects().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private RecordingState state() {
    Recording call = recorder.call(CALL);
    assertNotNull(call);
    return call.state();
  }

  private void arrives(QueueId queue) {
    is(new Fact.CallArrived(0, DEMO, CALL, "+4930", "+49171", "", "main", "main", "main", "zh"));
    enters(queue);
  }

  private void enters(QueueId queue) {
    is(new Fact.QueueEntered(0, DEMO, CALL, ++visits, queue, 0, Map.of(), "+49171", ""));
  }

  private void consents() {
    decide(new RecordingEvent.Answered(CALL, Consent.NOT_REFUSED));
  }

  private void connects(OfferId offer, AgentId agent, QueueId queue) {
    is(new Fact.Connected(0, DEMO, CALL, offer, queue, agent, 0, 0));
  }

  private void runs() {
    decide(new RecordingEvent.Heard(new OfTape.Runs(CALL, 1)));
  }

  private void talkEnds(OfferId offer, AgentId agent, Party by) {
    is(new Fact.TalkEnded(0, DEMO, CALL, offer, SALES, agent, by, 0));
  }

  private void asks(AgentId agent, boolean on) {
    decide(new RecordingEvent.Asked(new RecordingRequest(agent, on)));
  }

  private Object code() {
    Reply reply = effect(RecordingEffect.Answer.class).reply();
    return reply instanceof Reply.Refused refused ? refused.code() : ((Reply.Accepted) reply).state();
  }

  private void dials(QueueId queue, boolean emergency) {
    is(new Fact.Dial.DialBegun(0, DEMO, CALL, FIRST, queue, ANNA, emergency ? "112" : "+49171", emergency, "zh", "", 20_000, 45_000));
    is(new Fact.Dial.DialPlaced(0, DEMO, CALL, FIRST, ANNA));
  }

  private void answers(QueueId queue) {
    is(new Fact.Dial.DialEnded(0, DEMO, CALL, FIRST, queue, ANNA, "+49171", DialResult.ANSWERED, 0, 0));
    connects(FIRST, ANNA, queue);
  }

  @Test
  void whomAnAgentDialled_isToldAndRecordedAsTheQueueSays_butNotBeforeHeAnswers() {
    dials(SALES, false);
    assertEquals(List.of(), last.effects());
    decide(new RecordingEvent.Opened());
    assertEquals(List.of(), last.effects(), "nor after a restart");
    answers(SALES);
    assertEquals("+49171", effect(RecordingEffect.LookUp.class).number());
    consents();
    RecordingEffect.Tape tape = effect(RecordingEffect.Tape.class);
    assertEquals(List.of("told", "zh", FIRST), List.of(tape.announcement(), tape.language(), tape.talk()));
    runs();
    assertEquals(RecordingState.ON, state());
    talkEnds(FIRST, ANNA, Party.AGENT);
    assertEquals(RecordingState.OVER, state());
  }

  @Test
  void whereTheAgentMayBegin_heBeginsItInATalkThatHeDialled() {
    dials(CARDS, false);
    answers(CARDS);
    effect(RecordingEffect.LookUp.class);
    consents();
    assertEquals(List.of(), last.effects());
    asks(ANNA, true);
    assertEquals("starting", code());
    consents();
    effect(RecordingEffect.Tape.class);
  }

  @Test
  void whoRefused_isNotRecordedWhenHeIsDialled() {
    dials(SALES, false);
    answers(SALES);
    decide(new RecordingEvent.Answered(CALL, Consent.REFUSED));
    assertEquals(RecordingState.OFF, state());
    assertEquals(Fact.TalkRecording.CONSENT_REFUSED, journal.stream().filter(Fact.TalkRecording.TalkRecordingRefused.class::isInstance)
        .map(Fact.TalkRecording.TalkRecordingRefused.class::cast).findFirst().orElseThrow().why());
    asks(ANNA, true);
    assertEquals("not_allowed", code());
  }

  @Test
  void anEmergencyIsNotRecorded_forHelpDoesNotWaitForAnAnnouncement() {
    dials(SALES, true);
    answers(SALES);
    assertEquals(List.of(), last.effects());
    asks(ANNA, true);
    assertEquals("not_allowed", code());
  }

  private void recorded() {
    arrives(SALES);
    consents();
    connects(FIRST, ANNA, SALES);
    runs();
    assertEquals(RecordingState.ON, state());
  }

  @Test
  void whenAQueueRecords_thenConsentIsLookedUp_andHeIsTold_whileHeWaits() {
    arrives(SALES);
    assertEquals(new RecordingEffect.LookUp(CALL, DEMO, "+49171"), effect(RecordingEffect.LookUp.class));
    assertEquals(RecordingState.OFF, state());
    consents();
    assertEquals(new RecordingEffect.Tape(DEMO, CALL, 1, "told", "zh", null), effect(RecordingEffect.Tape.class));
  }

  @Test
  void whenHisAgentAnswers_thenItIsAskedForAgain_andBeginsWhenItRuns() {
    arrives(SALES);
    consents();
    runs();
    assertEquals(RecordingState.ASKED, state(), "nothing of his wait is recorded");
    connects(FIRST, ANNA, SALES);
    assertEquals(FIRST, effect(RecordingEffect.Tape.class).talk());
    runs();
    assertEquals(new Fact.TalkRecording.TalkRecordingBegun(1_000, DEMO, CALL, 1, SALES, ANNA), last.facts().getFirst());
  }

  @Test
  void whenTheCustomerRefused_thenItIsNeverBegun() {
    arrives(SALES);
    decide(new RecordingEvent.Answered(CALL, Consent.REFUSED));
    assertEquals(Fact.TalkRecording.CONSENT_REFUSED, ((Fact.TalkRecording.TalkRecordingRefused) last.facts().getFirst()).why());
    connects(FIRST, ANNA, SALES);
    assertEquals(List.of(), effects(RecordingEffect.Tape.class));
    asks(ANNA, true);
    assertEquals("not_allowed", code());
    assertEquals(List.of(), effects(RecordingEffect.LookUp.class));
  }

  @Test
  void whenAnAgentSaysWhoHeIs_andHeRefused_thenItEnds_andWhatWasRecordedGoes() {
    recorded();
    is(new Fact.CustomerNamed(0, DEMO, CALL, 7, "anna"));
    assertEquals(7, effect(RecordingEffect.LookUpNamed.class).customer());
    decide(new RecordingEvent.Named(CALL, Consent.REFUSED));
    assertEquals(RecordingState.OFF, state());
    effect(RecordingEffect.Stop.class);
    effect(RecordingEffect.Drop.class);
    talkEnds(FIRST, ANNA, Party.AGENT);
    assertEquals(List.of(), effects(RecordingEffect.Keep.class));
  }

  @Test
  void whenConsentCannotBeFoundOut_thenNothingIsRecorded_untilItCanBe() {
    arrives(SALES);
    decide(new RecordingEvent.Answered(CALL, Consent.UNKNOWN));
    assertEquals(Fact.TalkRecording.CONSENT_UNKNOWN, ((Fact.TalkRecording.TalkRecordingRefused) last.facts().getFirst()).why());
    connects(FIRST, ANNA, SALES);
    assertEquals(List.of(), effects(RecordingEffect.Tape.class));
    asks(ANNA, true);
    effect(RecordingEffect.LookUp.class);
    consents();
    assertEquals(FIRST, effect(RecordingEffect.Tape.class).talk());
  }

  @Test
  void whenItIsOnDemand_thenTheAgentBeginsIt() {
    arrives(CARDS);
    consents();
    connects(FIRST, ANNA, CARDS);
    assertEquals(List.of(), effects(RecordingEffect.Tape.class));
    asks(BEN, true);
    assertEquals("no_call", code());
    asks(ANNA, true);
    assertEquals("starting", code());
    consents();
    assertEquals("anna", ((Fact.TalkRecording.TalkRecordingAsked) last.facts().getFirst()).by());
    assertEquals(FIRST, effect(RecordingEffect.Tape.class).talk());
  }

  @Test
  void whenAgentsMayNot_thenTheyCannot() {
    plans.put(CARDS, new RecordingPlan(Mode.ON_DEMAND, false, true, "", 0));
    arrives(CARDS);
    consents();
    connects(FIRST, ANNA, CARDS);
    asks(ANNA, true);
    assertEquals("not_allowed", code());
    plans.put(SALES, new RecordingPlan(Mode.ALWAYS, true, false, "", 0));
    enters(SALES);
    consents();
    connects(SECOND, ANNA, SALES);
    runs();
    asks(ANNA, false);
    assertEquals("not_allowed", code());
    assertEquals(List.of(), effects(RecordingEffect.Mute.class));
    assertEquals(RecordingState.ON, state());
  }

  @Test
  void whenItIsPaused_thenTheAnswerWaitsForAsterisk() {
    recorded();
    asks(ANNA, false);
    assertEquals(RecordingState.PAUSED, state());
    assertEquals(new RecordingEffect.Mute(CALL, 1, true), effect(RecordingEffect.Mute.class));
    assertEquals(List.of(), effects(RecordingEffect.Answer.class));
    decide(new RecordingEvent.Heard(new OfTape.Muted(CALL, 1, true, true)));
    assertEquals(new Reply.Accepted("paused"), effect(RecordingEffect.Release.class).reply());
    asks(ANNA, true);
    assertEquals(new RecordingEffect.Mute(CALL, 1, false), effect(RecordingEffect.Mute.class));
    assertEquals(RecordingState.ON, state());
  }

  @Test
  void whenAsteriskDoesNotPauseIt_thenTheAgentIsToldThatItGoesOn() {
    recorded();
    asks(ANNA, false);
    decide(new RecordingEvent.Heard(new OfTape.Muted(CALL, 1, true, false)));
    assertEquals("not_done", ((Reply.Refused) effect(RecordingEffect.Release.class).reply()).code());
    assertEquals(RecordingState.ON, state());
    effect(RecordingEffect.Complain.class);
  }

  @Test
  void whenSheHoldsHimAtHerPhone_thenThatIsSilent_butAPauseStays() {
    recorded();
    is(new Fact.CallHeld(0, DEMO, CALL, FIRST, SALES, ANNA));
    assertTrue(effect(RecordingEffect.Mute.class).silent());
    is(new Fact.CallResumed(0, DEMO, CALL, FIRST, SALES, ANNA, 0));
    assertFalse(effect(RecordingEffect.Mute.class).silent());
    asks(ANNA, false);
    is(new Fact.CallHeld(0, DEMO, CALL, FIRST, SALES, ANNA));
    is(new Fact.CallResumed(0, DEMO, CALL, FIRST, SALES, ANNA, 0));
    assertEquals(List.of(), last.effects());
  }

  @Test
  void whenTheTalkEnds_thenItIsEndedAndKept() {
    recorded();
    talkEnds(FIRST, ANNA, Party.AGENT);
    effect(RecordingEffect.Stop.class);
    effect(RecordingEffect.Keep.class);
    decide(new RecordingEvent.Complete(CALL, 1, "f.wav", 7_000));
    assertEquals(7_000, ((Fact.TalkRecording.TalkRecordingEnded) last.facts().getFirst()).ms());
    effect(RecordingEffect.Take.class);
    assertEquals(List.of(), effects(RecordingEffect.LookUp.class), "who has left his queue is not recorded");
  }

  @Test
  void whenHerPhoneIsLost_thenItGoesOnWithTheNext() {
    recorded();
    talkEnds(FIRST, ANNA, Party.LOST);
    enters(SALES);
    assertEquals(RecordingState.ON, state());
    assertEquals(List.of(), last.effects());
    connects(SECOND, BEN, SALES);
    assertEquals(RecordingState.ON, state());
    assertEquals(List.of(), last.effects());
  }

  @Test
  void whenHeIsHandedOnToAnAgent_thenItGoesOn_andEndsWithThatTalk() {
    recorded();
    is(new Fact.CallHeld(0, DEMO, CALL, FIRST, SALES, ANNA, true));
    is(new Fact.InTalk.ConsultBegun(0, DEMO, CALL, FIRST, ANNA, SECOND, BEN, null, "", 0));
    is(new Fact.InTalk.ConsultJoined(0, DEMO, CALL, FIRST, SECOND, BEN, 0));
    is(new Fact.InTalk.HandedOn(0, DEMO, CALL, FIRST, ANNA, SECOND, BEN, null, ""));
    talkEnds(FIRST, ANNA, Party.AGENT);
    assertEquals(RecordingState.ON, state());
    asks(ANNA, false);
    assertEquals("no_call", code());
    talkEnds(SECOND, BEN, Party.CALLER);
    assertEquals(RecordingState.OVER, state());
  }

  @Test
  void whenHeIsHandedOnToAQueue_thenThatQueueSays() {
    recorded();
    is(new Fact.InTalk.HandedOn(0, DEMO, CALL, FIRST, ANNA, null, null, OTHER, ""));
    talkEnds(FIRST, ANNA, Party.AGENT);
    assertEquals(RecordingState.ON, state());
    enters(OTHER);
    assertEquals(RecordingState.OVER, state());
    effect(RecordingEffect.Stop.class);
  }

  @Test
  void whenHeIsHandedOnToAnother_thatRecordsAll_thenItIsOneRecording() {
    plans.put(OTHER, new RecordingPlan(Mode.ALWAYS, true, true, "told", 0));
    recorded();
    is(new Fact.InTalk.HandedOn(0, DEMO, CALL, FIRST, ANNA, null, null, OTHER, ""));
    talkEnds(FIRST, ANNA, Party.AGENT);
    enters(OTHER);
    assertEquals(RecordingState.ON, state());
  }

  @Test
  void whenHeIsHandedOnToANumberOutside_thenItEnds() {
    recorded();
    is(new Fact.InTalk.HandedOn(0, DEMO, CALL, FIRST, ANNA, SECOND, null, null, "+4940"));
    assertEquals(RecordingState.OVER, state());
  }

  @Test
  void whenHeLeavesTheQueue_thenWhatHeWasToldIsTakenBack() {
    arrives(SALES);
    consents();
    is(new Fact.QueueLeft(0, DEMO, CALL, SALES, QueueExit.KEY, 0));
    effect(RecordingEffect.Stop.class);
    decide(new RecordingEvent.Complete(CALL, 1, "", 0));
    assertEquals(RecordingState.OFF, state());
    assertEquals(List.of(), effects(RecordingEffect.LookUp.class));
  }

  @Test
  void whenItCannotBegin_thenTheTalkGoesOn_andItIsComplainedOf() {
    arrives(SALES);
    consents();
    connects(FIRST, ANNA, SALES);
    decide(new RecordingEvent.Unready(CALL, 1, "no disk"));
    assertEquals(Fact.TalkRecording.FAILED, ((Fact.TalkRecording.TalkRecordingRefused) last.facts().getFirst()).why());
    assertEquals("no disk", effect(RecordingEffect.Complain.class).why());
    assertTrue(recorder.call(CALL).canStart());
  }

  @Test
  void whenNothingIsWritten_thenItIsNoRecording_butNotWhileHeIsHeld() {
    recorded();
    is(new Fact.CallHeld(0, DEMO, CALL, FIRST, SALES, ANNA, true));
    decide(new RecordingEvent.Unwritten(CALL, 1, "empty"));
    effect(RecordingEffect.Watch.class);
    is(new Fact.CallResumed(0, DEMO, CALL, FIRST, SALES, ANNA, 0));
    decide(new RecordingEvent.Unwritten(CALL, 1, "empty"));
    assertEquals(RecordingState.OFF, state());
    effect(RecordingEffect.Stop.class);
  }

  @Test
  void whenHeIsMovedWhileItBegins_thenItIsTriedAgain_butNotForEver() {
    arrives(SALES);
    consents();
    connects(FIRST, ANNA, SALES);
    for (int i = 0; i < Recorder.TRIES; i++) {
      decide(new RecordingEvent.Heard(new OfTape.Failed(CALL, 1, OfTape.Failed.INTERRUPTED)));
      effect(RecordingEffect.Again.class);
      decide(new RecordingEvent.Again(CALL, 1));
      assertEquals(FIRST, effect(RecordingEffect.Tape.class).talk());
    }
    decide(new RecordingEvent.Heard(new OfTape.Failed(CALL, 1, OfTape.Failed.INTERRUPTED)));
    assertEquals(RecordingState.OFF, state());
  }

  @Test
  void whenThePlatformRestarts_thenItKnowsWhatIsRecorded_andSaysItAgain() {
    recorded();
    asks(ANNA, false);
    Recorder second = new Recorder(queue -> plans.getOrDefault(queue, RecordingPlan.NONE));
    journal.forEach(second::restore);
    Recording call = second.call(CALL);
    assertEquals(RecordingState.PAUSED, call.state());
    assertTrue(call.canStart());
    assertEquals(List.of(new RecordingEffect.Mute(CALL, 1, true)), second.decide(new RecordingEvent.LineBack(), 2_000).effects());
    assertEquals(List.of(), second.decide(new RecordingEvent.Opened(), 2_000).effects());
  }

  @Test
  void whenItDiedBeforeItWasKept_thenItIsKeptAtTheStart() {
    recorded();
    is(new Fact.CallEnded(0, DEMO, CALL, Ending.CALLER_HUNG_UP_AFTER_TALK));
    Recorder second = new Recorder(queue -> plans.getOrDefault(queue, RecordingPlan.NONE));
    journal.forEach(second::restore);
    assertEquals(List.of(new RecordingEffect.Keep(DEMO, CALL, 1)), second.decide(new RecordingEvent.Opened(), 2_000).effects());
  }

  @Test
  void whenTheInteractionIsClosed_thenItIsForgotten_onceItIsKept() {
    recorded();
    is(new Fact.CallEnded(0, DEMO, CALL, Ending.CALLER_HUNG_UP_AFTER_TALK));
    is(new Fact.InteractionClosed(0, DEMO, CALL));
    assertEquals(RecordingState.OVER, state());
    decide(new RecordingEvent.Complete(CALL, 1, "f.wav", 7_000));
    assertNull(recorder.call(CALL));
    is(new Fact.WrapUpCoded(0, DEMO, CALL, FIRST, SALES, ANNA, "x", ""));
    assertNull(recorder.call(CALL));
  }
}
