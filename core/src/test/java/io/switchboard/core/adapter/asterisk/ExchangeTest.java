package io.switchboard.core.adapter.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.LineEvent.CallerGone;
import io.switchboard.core.line.LineEvent.KeyPressed;
import io.switchboard.core.line.LineEvent.LiveOffer;
import io.switchboard.core.line.LineEvent.OfferFailed;
import io.switchboard.core.line.LineEvent.PlayEnded;
import io.switchboard.core.line.LineEvent.Restored;
import io.switchboard.core.line.LineEvent.TalkEnded;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private static final CallId CALL = new CallId("sb1-1.1");
  private static final CallArrived ARRIVED = new CallArrived(CALL, "4930", "+49171", "Ann", "main");
  private static final String CHANNEL = "PJSIP/main-00000001";
  private static final OfferId OFFER = new OfferId(CALL, 1);
  private static final String LEG = OFFER + "~1.";
  private static final Sound A = new Sound("/a");
  private static final Sound B = new Sound("/b");
  private static final int BUSY = 17;
  private static final int NO_ANSWER = 19;
  private static final int CONGESTION = 34;
  private static final int NORMAL = 16;

  private final List<Act> acts = new ArrayList<>();
  private final Exchange exchange = new Exchange(Set.of("anna", "ben"), Set.of("one", "two"), "L", acts::add);
  private long nowMs = 1_000;

  @BeforeEach
  void arrive() {
    hear(new Heard.Held(ARRIVED, CHANNEL));
    assertEquals(List.of(ARRIVED), events());
    acts.clear();
  }

  @Test
  void whenTwoSoundsArePlayed_thenOneCommandIsOnItsWayAtATime() {
    exchange.play(CALL, List.of(A, B), 7, nowMs);
    assertEquals(1, agi().size());
    hear(new Heard.Done(CALL, agi().get(0).id(), 0));
    assertEquals(2, agi().size());
    assertEquals(List.of(), events());
    hear(new Heard.Done(CALL, agi().get(1).id(), 0));
    assertEquals(List.of(new PlayEnded(CALL, 7, true)), events());
  }

  @Test
  void whenAKeyCutsASound_thenTheRestIsDropped_andNoEndIsTold() {
    exchange.play(CALL, List.of(A, B), 7, nowMs);
    hear(new Heard.Key(CALL, '5'));
    assertEquals(1, of(Act.StopSound.class).size());
    hear(new Heard.Done(CALL, agi().get(0).id(), 0));
    assertEquals(List.of(new LineEvent.KeyPressed(CALL, '5')), events());
    assertEquals(1, agi().size());
  }

  @Test
  void whenAKeyCutsAnAnnouncement_thenItIsStoppedUntilItEnds_andWhatWaitsBehindItIsNotSaid() {
    exchange.announce(CALL, List.of(A, B));
    exchange.announce(CALL, List.of(B));
    hear(new Heard.Key(CALL, '5'));
    assertEquals(List.of(new KeyPressed(CALL, '5')), events());
    assertEquals(1, of(Act.StopSound.class).size());
    nowMs += 60;
    exchange.wake(new Act.Wake(nowMs, CALL, null), nowMs);
    assertEquals(2, of(Act.StopSound.class).size());
    hear(new Heard.Done(CALL, "L.1", 0));
    nowMs += 60;
    exchange.wake(new Act.Wake(nowMs, CALL, null), nowMs);
    assertEquals(2, of(Act.StopSound.class).size());
    assertEquals(1, agi().size());
    exchange.announce(CALL, List.of(A));
    assertEquals(2, agi().size());
  }

  @Test
  void whenAKeyFallsBetweenTwoSounds_thenTheSecondIsStoppedUntilItEnds() {
    exchange.play(CALL, List.of(A, B), 7, nowMs);
    hear(new Heard.Done(CALL, agi().get(0).id(), 0));
    hear(new Heard.Key(CALL, '5'));
    assertEquals(1, of(Act.StopSound.class).size());
    tick(100);
    assertEquals(2, of(Act.StopSound.class).size());
    hear(new Heard.Done(CALL, agi().get(1).id(), 0));
    assertTrue(events().stream().noneMatch(PlayEnded.class::isInstance));
  }

  @Test
  void whenAPhoneIsPickedUpAndPutDownBeforeItWasJoined_thenItWasDeclined() {
    ring(new Phone.Endpoint("anna"));
    hear(new Heard.LegRings(OFFER, LEG));
    hear(new Heard.LegGone(OFFER, LEG, NORMAL, 0, false));
    assertTrue(events().contains(new OfferFailed(OFFER, OfferEnding.DECLINED)), events().toString());
  }

  @Test
  void whenASoundIsReplaced_thenTheNewOneWaitsForTheEndOfTheOld_whichIsStoppedUntilItEnds() {
    exchange.play(CALL, List.of(A), 1, nowMs);
    exchange.play(CALL, List.of(B), 2, nowMs);
    assertEquals(1, agi().size());
    assertEquals(1, of(Act.StopSound.class).size());
    tick(100);
    assertEquals(2, of(Act.StopSound.class).size());
    hear(new Heard.Done(CALL, agi().get(0).id(), 0));
    hear(new Heard.Done(CALL, agi().get(1).id(), 0));
    tick(100);
    assertEquals(2, of(Act.StopSound.class).size());
    assertEquals(List.of(new PlayEnded(CALL, 2, true)), events());
  }

  @Test
  void whenAFileIsMissing_thenItIsToldOnceTheCallerIsHeldAgain() {
    exchange.play(CALL, List.of(A), 1, nowMs);
    hear(new Heard.Done(CALL, agi().get(0).id(), -1));
    assertEquals(List.of(), events());
    hear(new Heard.Held(ARRIVED, CHANNEL));
    assertEquals(List.of(new PlayEnded(CALL, 1, false)), events());
  }

  @Test
  void whenTheCallerHangsUpInAPlay_thenNoEndOfItIsTold() {
    exchange.play(CALL, List.of(A), 1, nowMs);
    hear(new Heard.Done(CALL, agi().get(0).id(), -1));
    hear(new Heard.CallerHungUp(CALL, false));
    assertEquals(List.of(new CallerGone(CALL, Party.CALLER)), events());
  }

  @Test
  void whenAnEndOfAnEarlierLifeComes_thenItIsIgnored() {
    exchange.play(CALL, List.of(A), 1, nowMs);
    hear(new Heard.Done(CALL, "K.1", 0));
    assertEquals(List.of(), events());
  }

  @Test
  void whenAFileNameWouldBeReadAsSomethingElse_thenItIsUnheardAndNotSent() {
    exchange.play(CALL, List.of(new Sound("a\" \"\r\nAction: x")), 1, nowMs);
    assertEquals(List.of(new PlayEnded(CALL, 1, false)), events());
    exchange.announce(CALL, List.of(new Sound("a)${SHELL(x)}"), A));
    assertEquals("GOSUB switchboard-say s 1 \"/a\"", agi().get(0).command());
  }

  @Test
  void whenMusicIsTheDefault_thenOneCommandIsEnough() {
    exchange.music(CALL, "sales", nowMs);
    assertEquals(List.of(new Act.SetVariable(CHANNEL, "CC_MUSIC", "sales")), of(Act.SetVariable.class));
    assertEquals("SET MUSIC ON sales", agi().get(0).command());
  }

  @Test
  void whenTheMusicRunsAlready_thenItIsNotBegunAgain_butAfterASoundItIs() {
    exchange.music(CALL, "default", nowMs);
    assertEquals(List.of(), agi());
    exchange.play(CALL, List.of(A), 1, nowMs);
    exchange.music(CALL, "default", nowMs);
    hear(new Heard.Done(CALL, agi().get(0).id(), 0));
    assertEquals("SET MUSIC ON default", agi().get(1).command());
    hear(new Heard.Done(CALL, agi().get(1).id(), 0));
    exchange.music(CALL, "default", nowMs);
    assertEquals(2, agi().size());
  }

  @Test
  void behindEverySoundComesTheComfort_fromItsBeginning_andTheMusicEndsIt() {
    exchange.play(CALL, List.of(A, B), 1, nowMs);
    hear(new Heard.Done(CALL, agi().get(0).id(), 0));
    hear(new Heard.Done(CALL, agi().get(1).id(), 0));
    assertEquals(
        List.of("STREAM FILE \"/a\" \"\"", "SET MUSIC ON switchboard-comfort-b", "STREAM FILE \"/b\" \"\"", "SET MUSIC ON switchboard-comfort-a"),
        of(Act.Agi.class).stream().map(Act.Agi::command).toList());
    assertEquals(List.of(new PlayEnded(CALL, 1, true)), events());
    exchange.music(CALL, "default", nowMs);
    assertEquals("SET MUSIC ON default", agi().getLast().command());
  }

  @Test
  void whenHeIsHeldAgainBeforeTheComfortBegan_thenItIsNotTakenForMusic() {
    exchange.play(CALL, List.of(A), 1, nowMs);
    hear(new Heard.Done(CALL, agi().get(0).id(), -1));
    hear(new Heard.Held(ARRIVED, CHANNEL));
    hear(new Heard.Done(CALL, of(Act.Agi.class).get(1).id(), 0));
    exchange.music(CALL, "default", nowMs);
    assertEquals("SET MUSIC ON default", agi().getLast().command());
  }

  @Test
  void whenBothHangUpTogether_thenTheFirstSeenDecidesForBoth() {
    connect();
    hear(new Heard.LegGone(OFFER, LEG, NORMAL, 0, false));
    hear(new Heard.CallerHungUp(CALL, false));
    assertEquals(List.of(new TalkEnded(OFFER, Party.AGENT), new CallerGone(CALL, Party.AGENT)), lastTwo());
  }

  @Test
  void whenTheCallersEndIsHeardFirst_thenTheTalkEndedByTheSameParty() {
    connect();
    hear(new Heard.CallerHungUp(CALL, true));
    hear(new Heard.LegGone(OFFER, LEG, NORMAL, 0, false));
    assertEquals(List.of(new CallerGone(CALL, Party.AGENT), new TalkEnded(OFFER, Party.AGENT)), lastTwo());
  }

  @Test
  void whenAnEventComesTwice_thenItIsToldOnce() {
    connect();
    hear(new Heard.LegRings(OFFER, LEG));
    hear(new Heard.LegTalks(OFFER, LEG));
    assertEquals(List.of(new LineEvent.OfferRinging(OFFER), new LineEvent.Connected(OFFER)), events());
  }

  @Test
  void whenThePhoneIsBusy_thenTheOfferFailsOnce_whateverOrderAsteriskTellsItIn() {
    ring(new Phone.Endpoint("anna"));
    hear(new Heard.LegRefused(OFFER, LEG));
    hear(new Heard.LegGone(OFFER, LEG, BUSY, 486, false));
    tick(100);
    assertEquals(List.of(new OfferFailed(OFFER, OfferEnding.BUSY)), events());
  }

  @Test
  void whenThereWasNoChannel_thenItIsUnreachableAfterAMoment() {
    ring(new Phone.Endpoint("anna"));
    hear(new Heard.LegRefused(OFFER, LEG));
    assertEquals(List.of(), events());
    tick(Offering.NO_CHANNEL_MS);
    assertEquals(List.of(new OfferFailed(OFFER, OfferEnding.UNREACHABLE)), events());
  }

  @Test
  void whenAsteriskNeverAnswers_thenOurOwnTimerEndsTheOffer_andTheLegIsHungUp() {
    ring(new Phone.Endpoint("anna"));
    hear(new Heard.LegRings(OFFER, LEG));
    tick(5_000 + Offering.PATIENCE_MS);
    assertEquals(new OfferFailed(OFFER, OfferEnding.UNANSWERED), events().get(1));
    assertEquals(List.of(new Act.HangUp(LEG)), of(Act.HangUp.class));
    hear(new Heard.LegGone(OFFER, LEG, NO_ANSWER, 0, false));
    assertEquals(2, events().size());
  }

  @Test
  void whenATrunkFails_thenTheNextRings_underALegOfItsOwn() {
    ring(new Phone.Number("+4930", List.of("one", "absent", "two")));
    hear(new Heard.LegGone(OFFER, LEG, CONGESTION, 503, false));
    List<Act.Originate> rung = of(Act.Originate.class);
    assertEquals(List.of("PJSIP/+4930@one", "PJSIP/+4930@two"), rung.stream().map(Act.Originate::dial).toList());
    hear(new Heard.LegRings(OFFER, rung.get(1).leg()));
    hear(new Heard.LegGone(OFFER, rung.get(1).leg(), BUSY, 486, false));
    assertEquals(List.of(new LineEvent.OfferRinging(OFFER), new OfferFailed(OFFER, OfferEnding.BUSY)), events());
  }

  @Test
  void whenAPersonDeclined_thenNoOtherTrunkIsTried() {
    ring(new Phone.Number("+4930", List.of("one", "two")));
    hear(new Heard.LegRings(OFFER, LEG));
    hear(new Heard.LegGone(OFFER, LEG, 21, 603, false));
    assertEquals(List.of(new LineEvent.OfferRinging(OFFER), new OfferFailed(OFFER, OfferEnding.DECLINED)), events());
    assertEquals(1, of(Act.Originate.class).size());
  }

  @Test
  void whenCancelledWhileTheAgentAnswers_thenTheCallerIsMarkedToStay_andTheOfferIsWithdrawn() {
    ring(new Phone.Endpoint("anna"));
    exchange.cancel(OFFER, nowMs);
    assertEquals(List.of(new Act.SetVariable(CHANNEL, "CC_KEEP", LEG)), of(Act.SetVariable.class));
    assertTrue(acts.indexOf(of(Act.SetVariable.class).get(0)) < acts.indexOf(of(Act.HangUp.class).get(0)), "marked first");
    hear(new Heard.LegTalks(OFFER, LEG));
    hear(new Heard.LegGone(OFFER, LEG, NORMAL, 0, false));
    hear(new Heard.Held(ARRIVED, CHANNEL));
    exchange.play(CALL, List.of(A), 1, nowMs);
    assertEquals(List.of(new OfferFailed(OFFER, OfferEnding.WITHDRAWN)), events());
    assertEquals(1, agi().size());
  }

  @Test
  void whenCancelledBeforeTheChannelExists_thenItIsHungUpAgainUntilItIsGone() {
    ring(new Phone.Endpoint("anna"));
    exchange.cancel(OFFER, nowMs);
    tick(250);
    tick(250);
    assertEquals(3, of(Act.HangUp.class).size());
    hear(new Heard.LegGone(OFFER, LEG, NORMAL, 0, false));
    tick(250);
    assertEquals(3, of(Act.HangUp.class).size());
  }

  @Test
  void whenTheCallerHangsUpWhileItRings_thenThePhoneStops() {
    ring(new Phone.Endpoint("anna"));
    hear(new Heard.CallerHungUp(CALL, false));
    assertEquals(List.of(new Act.HangUp(LEG)), of(Act.HangUp.class));
    hear(new Heard.LegGone(OFFER, LEG, 0, 0, false));
    assertEquals(List.of(new CallerGone(CALL, Party.CALLER), new OfferFailed(OFFER, OfferEnding.CALLER_GONE)), events());
  }

  @Test
  void whenRestored_thenWhatIsMissingIsGone_andWhatIsThereIsTakenOn() {
    ring(new Phone.Endpoint("anna"));
    OfferId other = new OfferId(CALL, 2);
    Snapshot snapshot = new Snapshot();
    snapshot.add(new Snapshot.Caller(ARRIVED, CHANNEL));
    snapshot.add(new Snapshot.Leg(other, "sb1-1.1-2~2", true));
    snapshot.add(new Snapshot.Leg(new OfferId(new CallId("gone"), 1), "gone-1", false));
    snapshot.add(new Heard.PhoneChanged("anna", true));
    exchange.restore(snapshot, nowMs);
    Restored restored = (Restored) events().get(0);
    assertEquals(List.of(new LiveOffer(other, true)), restored.offers());
    assertEquals(Set.of("ben"), restored.unreachable());
    assertEquals(List.of(new Act.HangUp("gone-1")), of(Act.HangUp.class));
    tick(20_000);
    hear(new Heard.LegGone(other, "sb1-1.1-2~2", NORMAL, 0, false));
    assertEquals(new TalkEnded(other, Party.AGENT), events().get(1));
    assertEquals(2, events().size());
  }

  @Test
  void whenTheAgentHolds_thenEachChangeIsToldOnce_andNotBeforeHeTalks() {
    ring(new Phone.Endpoint("anna"));
    hear(new Heard.LegHeld(OFFER, LEG, true));
    hear(new Heard.LegRings(OFFER, LEG));
    hear(new Heard.LegTalks(OFFER, LEG));
    int before = events().size();
    hear(new Heard.LegHeld(OFFER, LEG, false));
    hear(new Heard.LegHeld(OFFER, LEG, true));
    hear(new Heard.LegHeld(OFFER, LEG, true));
    hear(new Heard.LegHeld(OFFER, LEG, false));
    assertEquals(
        List.of(new LineEvent.Held(OFFER), new LineEvent.Resumed(OFFER)), events().subList(before, events().size()));
  }

  @Test
  void whenRestoredWithATalk_thenAsteriskIsAskedForItsHold_andEitherAnswerIsTold() {
    Snapshot snapshot = new Snapshot();
    snapshot.add(new Snapshot.Caller(ARRIVED, CHANNEL));
    snapshot.add(new Snapshot.Leg(OFFER, LEG, true));
    for (boolean held : new boolean[] {true, false}) {
      acts.clear();
      exchange.restore(snapshot, nowMs);
      assertEquals(List.of(new Act.AskHold(OFFER, LEG)), of(Act.AskHold.class));
      hear(new Heard.LegHeld(OFFER, LEG, held));
      hear(new Heard.LegHeld(OFFER, LEG, held));
      LineEvent told = held ? new LineEvent.Held(OFFER) : new LineEvent.Resumed(OFFER);
      assertEquals(List.of(told), events().subList(1, events().size()));
    }
  }

  @Test
  void whenAPhoneChanges_thenOnlyARealChangeIsTold() {
    hear(new Heard.PhoneChanged("anna", true));
    hear(new Heard.PhoneChanged("anna", false));
    hear(new Heard.PhoneChanged("anna", false));
    hear(new Heard.PhoneChanged("main", false));
    hear(new Heard.PhoneChanged("anna", true));
    assertEquals(List.of(new LineEvent.PhoneReachable("anna", false), new LineEvent.PhoneReachable("anna", true)), events());
  }

  // --- errands

  private static final Line.Transfer TRANSFER =
      new Line.Transfer(CALL, 2, new Phone.Number("+4989", List.of("two", "absent", "one")), "+4930", 20_000);

  private static Heard.Held back(String state) {
    return new Heard.Held(ARRIVED, CHANNEL, Errand.of(state));
  }

  @Test
  void whenACallerIsTransferred_thenAllThatTheDialplanNeedsIsOnHisChannelBeforeHeIsSent() {
    exchange.transfer(TRANSFER, nowMs);
    assertEquals(
        List.of(
            new Act.SetVariable(CHANNEL, "CC_ERRAND", "2"), new Act.SetVariable(CHANNEL, "CC_ROUTES", "PJSIP/+4989@two,PJSIP/+4989@one"),
            new Act.SetVariable(CHANNEL, "CC_RING_S", "20"), new Act.SetVariable(CHANNEL, "CC_SHOWN", "+4930"),
            new Act.Leave(CALL, CHANNEL, 2, "switchboard-transfer")),
        acts);
  }

  @Test
  void whenSomethingPlays_thenItIsSilencedBeforeHeIsSent() {
    exchange.play(CALL, List.of(A, B), 1, nowMs);
    exchange.transfer(TRANSFER, nowMs);
    assertEquals(List.of(), of(Act.Leave.class));
    assertEquals(1, of(Act.StopSound.class).size());
    hear(new Heard.Done(CALL, agi().getFirst().id(), 0));
    assertEquals(1, of(Act.Leave.class).size());
    assertEquals(1, agi().size(), "the second sound is dropped");
  }

  @Test
  void whenHeIsAway_thenNothingIsDoneWithHim_untilHeIsHeldAgain() {
    exchange.transfer(TRANSFER, nowMs);
    exchange.play(CALL, List.of(A), 1, nowMs);
    exchange.music(CALL, "x", nowMs);
    exchange.announce(CALL, List.of(A));
    exchange.transfer(TRANSFER, nowMs);
    assertEquals(List.of(), agi());
    assertEquals(1, of(Act.Leave.class).size());
    hear(new Heard.OutsideTalks(CALL));
    hear(new Heard.OutsideTalks(CALL));
    hear(new Heard.Key(CALL, '1'));
    hear(back("dialled.2.ANSWER.1234"));
    exchange.play(CALL, List.of(A), 2, nowMs);
    assertEquals(1, agi().size());
    hear(new Heard.Key(CALL, '2'));
    assertEquals(
        List.of(new LineEvent.TransferConnected(CALL, 2), new LineEvent.TransferEnded(CALL, 2, TransferEnding.CALLED_PARTY_HUNG_UP, 1_234),
            new LineEvent.KeyPressed(CALL, '2')),
        events());
  }

  @Test
  void whenKeysArePressedWhileItRings_thenTheyAreTold() {
    exchange.transfer(TRANSFER, nowMs);
    hear(new Heard.Key(CALL, '1'));
    assertEquals(List.of(new LineEvent.KeyPressed(CALL, '1')), events());
  }

  @Test
  void whenHeIsHeldAgainLater_thenTheOldErrandIsNotToldTwice() {
    exchange.transfer(TRANSFER, nowMs);
    hear(back("dialled.2.BUSY.0"));
    hear(back("dialled.2.BUSY.0"));
    assertEquals(List.of(new LineEvent.TransferEnded(CALL, 2, TransferEnding.BUSY, 0)), events());
  }

  @Test
  void whenAsteriskDoesNotSendHim_thenTheErrandFailed() {
    exchange.transfer(TRANSFER, nowMs);
    hear(new Heard.ErrandRefused(CALL, 2));
    assertEquals(new LineEvent.TransferEnded(CALL, 2, TransferEnding.FAILED, 0), events().getFirst());
    exchange.play(CALL, List.of(A), 1, nowMs);
    assertEquals(1, agi().size());
  }

  @Test
  void whenHeIsTransferredToASipAddress_thenItIsDialledAsThatTrunk_andNothingElseCanStandInIt() {
    exchange.transfer(new Line.Transfer(CALL, 1, new Phone.Sip("sip:desk@pbx.example.com:5080", "one"), "", 1_000), nowMs);
    assertTrue(acts.contains(new Act.SetVariable(CHANNEL, "CC_ROUTES", "PJSIP/one/sip:desk@pbx.example.com:5080")), acts.toString());
    hear(back("dialled.1.BUSY.0"));
    for (Phone wrong : List.of(new Phone.Sip("sip:a@b&Local/x@y", "one"), new Phone.Sip("sip:a@b,PJSIP/+4990", "one"), new Phone.Sip("sip:a@b", "absent"))) {
      acts.clear();
      exchange.transfer(new Line.Transfer(CALL, 2, wrong, "", 1_000), nowMs);
      assertEquals(List.of(new LineEvent.TransferEnded(CALL, 2, TransferEnding.FAILED, 0)), events(), wrong.toString());
    }
  }

  @Test
  void whenThereIsNoTrunkOrNoFile_thenNothingIsSent() {
    exchange.transfer(new Line.Transfer(CALL, 1, new Phone.Number("+49&Local/x", List.of("one")), "", 1_000), nowMs);
    exchange.record(new Line.Recording(CALL, 2, "/a,b", 1_000, 1_000), nowMs);
    assertEquals(List.of(new LineEvent.TransferEnded(CALL, 1, TransferEnding.FAILED, 0), new LineEvent.RecordingEnded(CALL, 2)), events());
    assertEquals(List.of(), of(Act.Leave.class));
  }

  @Test
  void whenACallerIsRecorded_thenItsEndIsTold() {
    exchange.record(new Line.Recording(CALL, 4, "/x/y", 60_000, 5_000), nowMs);
    assertEquals(new Act.Leave(CALL, CHANNEL, 4, "switchboard-record"), of(Act.Leave.class).getFirst());
    assertTrue(acts.contains(new Act.SetVariable(CHANNEL, "CC_MOST_S", "60")));
    hear(back("recorded.4.DTMF"));
    assertEquals(List.of(new LineEvent.RecordingEnded(CALL, 4)), events());
  }

  @Test
  void whenRestored_thenErrandsThatGoOnAreTakenOn_andWhatCameOfOthersIsTold() {
    assertEquals(List.of(new LineEvent.TransferConnected(CALL, 2)), restored("dials.2", true));
    exchange.play(CALL, List.of(A), 1, nowMs);
    assertEquals(List.of(), agi(), "he talks");
    acts.clear();
    hear(back("dialled.2.ANSWER.900"));
    assertEquals(List.of(new LineEvent.TransferEnded(CALL, 2, TransferEnding.CALLED_PARTY_HUNG_UP, 900)), events());
    assertEquals(List.of(), restored("dials.2", false));
    assertEquals(List.of(), restored("records.2", false));
    assertEquals(List.of(new LineEvent.TransferEnded(CALL, 2, TransferEnding.NO_ANSWER, 0)), restored("dialled.2.NOANSWER.", false));
    assertEquals(List.of(new LineEvent.RecordingEnded(CALL, 2)), restored("recorded.2.HANGUP", false));
    exchange.play(CALL, List.of(A), 1, nowMs);
    assertEquals(1, agi().size(), "he is held");
  }

  private List<LineEvent> restored(String state, boolean bridged) {
    acts.clear();
    Snapshot snapshot = new Snapshot();
    snapshot.add(new Snapshot.Caller(ARRIVED, CHANNEL, Errand.of(state), bridged, false));
    exchange.restore(snapshot, nowMs);
    Restored first = (Restored) events().getFirst();
    assertEquals(List.of(new LineEvent.LiveCall(ARRIVED, 2)), first.calls());
    return events().subList(1, events().size());
  }

  private void connect() {
    ring(new Phone.Endpoint("anna"));
    hear(new Heard.LegRings(OFFER, LEG));
    hear(new Heard.LegTalks(OFFER, LEG));
  }

  private void ring(Phone phone) {
    exchange.ring(new Ring(OFFER, phone, "+49171", "Ann", 5_000), nowMs);
  }

  private void hear(Heard heard) {
    exchange.hear(heard, nowMs);
  }

  private void tick(long ms) {
    nowMs += ms;
    List<Act.Wake> due = of(Act.Wake.class).stream().filter(wake -> wake.atMs() <= nowMs).toList();
    acts.removeAll(due);
    due.forEach(wake -> exchange.wake(wake, nowMs));
  }

  private List<LineEvent> events() {
    return of(Act.Publish.class).stream().map(Act.Publish::event).toList();
  }

  private List<LineEvent> lastTwo() {
    return events().subList(events().size() - 2, events().size());
  }

  /** What is done to him, but for the comfort. */
  private List<Act.Agi> agi() {
    return of(Act.Agi.class).stream().filter(each -> !comfort(each)).toList();
  }

  private static boolean comfort(Act.Agi each) {
    return each.command().startsWith("SET MUSIC ON switchboard-comfort");
  }

  private <A extends Act> List<A> of(Class<A> type) {
    return acts.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
