package io.switchboard.core.adapter.asterisk;

import static io.switchboard.core.adapter.asterisk.SipDialogue.caller;
import static io.switchboard.core.adapter.asterisk.SipDialogue.phone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.LineEvent.CallerGone;
import io.switchboard.core.line.LineEvent.Connected;
import io.switchboard.core.line.LineEvent.KeyPressed;
import io.switchboard.core.line.LineEvent.LiveOffer;
import io.switchboard.core.line.LineEvent.Lost;
import io.switchboard.core.line.LineEvent.OfferFailed;
import io.switchboard.core.line.LineEvent.OfferRinging;
import io.switchboard.core.line.LineEvent.PlayEnded;
import io.switchboard.core.line.LineEvent.Restored;
import io.switchboard.core.line.LineEvent.TalkEnded;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.Sound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmiLineIT {
  private static LineOnAsterisk on;
  private int mark;

  @BeforeAll
  static void start() throws IOException {
    on = new LineOnAsterisk();
  }

  @AfterAll
  static void stop() {
    if (on != null) {
      on.close();
    }
  }

  @BeforeEach
  void fromHere() {
    mark = on.events.mark();
  }

  @AfterEach
  void clear() {
    on.clear();
  }

  // --- the caller

  @Test
  void whenCallerDials_thenHeArrivesAsTheTrunkSentHim() {
    try (SipParty caller = on.call(caller().expectBye())) {
      CallArrived arrived = arrived();
      assertEquals(LineOnAsterisk.CALLED, arrived.called());
      assertEquals("+491711234567", arrived.caller());
      assertEquals("Ann Lee", arrived.callerName());
      assertEquals("main", arrived.trunk());
      on.line.hangUp(arrived.call());
      gone(arrived.call());
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenSoundsArePlayed_thenTheirEndIsTold_andAMissingOneIsToldAsUnheard() {
    try (SipParty caller = on.call(caller().expectBye())) {
      CallId call = arrived().call();
      on.line.play(call, List.of(on.soundFile("short"), on.soundFile("short")), 1);
      assertTrue(on.events.await(PlayEnded.class, mark, e -> e.play() == 1).heard());
      on.line.play(call, List.of(new Sound("/no/such/file")), 2);
      assertFalse(on.events.await(PlayEnded.class, mark, e -> e.play() == 2).heard());
      on.line.play(call, List.of(on.soundFile("short")), 3);
      assertTrue(on.events.await(PlayEnded.class, mark, e -> e.play() == 3).heard());
      on.line.hangUp(call);
      caller.awaitAsWritten();
      gone(call);
    }
  }

  @Test
  void whenKeysArePressed_thenEachIsToldAndTheSoundIsCut() {
    try (SipParty caller = on.call(caller().pause(1_500).digits("12#").pause(2_500).expectBye())) {
      CallId call = arrived().call();
      on.line.play(call, List.of(on.soundFile("long"), on.soundFile("long")), 1);
      assertEquals('1', on.events.await(KeyPressed.class, mark).key());
      on.line.play(call, List.of(on.soundFile("short")), 2);
      assertEquals('#', on.events.await(KeyPressed.class, mark, k -> k.key() == '#').key());
      on.line.play(call, List.of(on.soundFile("short")), 3);
      on.events.await(PlayEnded.class, mark, e -> e.play() == 3);
      on.line.hangUp(call);
      gone(call);
      assertEquals(
          List.of('1', '2', '#'),
          on.events.since(mark).stream().filter(KeyPressed.class::isInstance).map(e -> ((KeyPressed) e).key()).toList());
      assertTrue(on.events.since(mark).stream().noneMatch(e -> e instanceof PlayEnded p && p.play() == 1), "cut, so not ended");
    }
  }

  @Test
  void whenAKeyIsPressedInAnAnnouncement_thenAllOfItIsCutAtOnce_andHeIsHeldAgain() {
    try (SipParty caller = on.call(caller().pause(1_500).digits("1").pause(2_500).expectBye())) {
      CallId call = arrived().call();
      on.line.music(call, "default");
      on.line.announce(call, List.of(on.soundFile("long"), on.soundFile("long"), on.soundFile("long"), on.soundFile("long")));
      on.awaitDoing(call, "Playback");
      on.events.await(KeyPressed.class, mark);
      long pressed = System.nanoTime();
      on.awaitDoing(call, "Return");
      long cutMs = (System.nanoTime() - pressed) / 1_000_000;
      assertTrue(cutMs < 1_000, "four times ten seconds were cut only after " + cutMs + " ms");
      on.line.announce(call, List.of(on.soundFile("short")));
      on.awaitDoing(call, "Playback");
      on.awaitDoing(call, "Return");
      on.line.hangUp(call);
      gone(call);
    }
  }

  @Test
  void whenTheAgentAnswersInAnAnnouncement_thenTheyTalkAtOnce() {
    try (SipParty caller = on.call(caller().pause(2_500).hangUp());
        SipParty anna = on.phone(phone().ring().pickUp().expectBye(), on.annaPort)) {
      CallId call = arrived().call();
      on.line.announce(call, List.of(on.soundFile("long"), on.soundFile("long")));
      on.awaitDoing(call, "Playback");
      long rung = System.nanoTime();
      OfferId offer = ring(call, "anna", 5_000);
      on.events.await(Connected.class, mark, e -> e.offer().equals(offer));
      on.awaitBridged(offer);
      long talksMs = (System.nanoTime() - rung) / 1_000_000;
      assertTrue(talksMs < 1_500, "twenty seconds of announcement delayed the talk by " + talksMs + " ms");
      assertEquals(Party.CALLER, on.events.await(TalkEnded.class, mark, e -> e.offer().equals(offer)).by());
      caller.awaitAsWritten();
      anna.awaitAsWritten();
    }
  }

  @Test
  void whenAPlayIsReplaced_thenTheNewOneIsHeardAtOnce_andTheOldOneNeverEnds() {
    try (SipParty caller = on.call(caller().expectBye())) {
      CallId call = arrived().call();
      on.line.play(call, List.of(on.soundFile("long")), 1);
      on.line.play(call, List.of(on.soundFile("short")), 2);
      long begun = System.nanoTime();
      long ended = on.events.at(PlayEnded.class, mark, e -> e.play() == 2).ns();
      assertTrue(ended - begun < 3_000_000_000L, "it did not wait for the ten seconds of the old one");
      on.line.play(call, List.of(on.soundFile("long")), 3);
      on.line.stop(call);
      on.line.music(call, "default");
      on.line.announce(call, List.of(on.soundFile("short"), on.soundFile("short")));
      on.line.play(call, List.of(on.soundFile("short")), 4);
      on.events.await(PlayEnded.class, mark, e -> e.play() == 4);
      assertEquals(2, on.events.since(mark).stream().filter(PlayEnded.class::isInstance).count());
      on.line.hangUp(call);
      gone(call);
    }
  }

  @Test
  void whenTheCallerHangsUpInThePlay_thenOnlyThatIsTold() {
    try (SipParty caller = on.call(caller().pause(700).hangUp())) {
      CallId call = arrived().call();
      on.line.play(call, List.of(on.soundFile("long")), 1);
      assertEquals(Party.CALLER, gone(call).by());
      caller.awaitAsWritten();
      assertTrue(on.events.since(mark).stream().noneMatch(PlayEnded.class::isInstance), "nobody heard the end");
    }
  }

  @Test
  void whenTheCallersNameIsHostile_thenItIsCutAndCleanedAndHisCallLives() {
    String name = "\"" + "x\\\"%0d%0aAction: Originate%0d%0a\t".repeat(70) + "\"";
    try (SipParty caller = on.call(caller(name).expectBye())) {
      CallArrived arrived = arrived();
      assertTrue(arrived.callerName().length() <= Wire.NAME_MAX, arrived.callerName());
      assertTrue(arrived.callerName().chars().noneMatch(Character::isISOControl), arrived.callerName());
      on.line.play(arrived.call(), List.of(on.soundFile("short")), 1);
      on.events.await(PlayEnded.class, mark);
      try (SipParty anna = on.phone(phone().ring().pickUp().pause(200).hangUp(), on.annaPort)) {
        OfferId offer = new OfferId(arrived.call(), 1);
        on.line.ring(new Ring(offer, new Phone.Endpoint("anna"), "+49 1\r\nAction: Logoff", name + "\r\nChannel: x", 5_000));
        on.events.await(TalkEnded.class, mark);
        anna.awaitAsWritten();
      }
      gone(arrived.call());
    }
  }

  @Test
  void whenCommandsConcernACallThatIsGone_thenNothingHappens() {
    CallId unknown = new CallId("sb1-1.1");
    on.line.play(unknown, List.of(on.soundFile("short")), 1);
    on.line.music(unknown, "default");
    on.line.announce(unknown, List.of(on.soundFile("short")));
    on.line.hangUp(unknown);
    on.line.cancel(new OfferId(unknown, 1));
    on.line.ring(new Ring(new OfferId(unknown, 2), new Phone.Endpoint("anna"), "", "", 1_000));
    assertEquals(OfferEnding.CALLER_GONE, on.events.await(OfferFailed.class, mark).ending());
  }

  // --- the offer

  @Test
  void whenTheAgentAnswersAndHangsUp_thenTheCallEndsByItself_andBothAreToldWhoDid() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty anna = on.phone(phone().ring().pause(200).pickUp().pause(300).hangUp(), on.annaPort)) {
      OfferId offer = ring(arrived().call(), "anna", 5_000);
      on.events.await(OfferRinging.class, mark);
      on.events.await(Connected.class, mark);
      assertEquals(Party.AGENT, on.events.await(TalkEnded.class, mark, e -> e.offer().equals(offer)).by());
      assertEquals(Party.AGENT, gone(offer.call()).by());
      anna.awaitAsWritten();
      caller.awaitAsWritten();
      assertEquals(1, on.events.since(mark).stream().filter(OfferRinging.class::isInstance).count());
      assertEquals(1, on.events.since(mark).stream().filter(Connected.class::isInstance).count());
    }
  }

  @Test
  void whenTheCallerHangsUpWhileTalking_thenTheAgentIsReleased() {
    try (SipParty caller = on.call(caller().pause(1_500).hangUp());
        SipParty anna = on.phone(phone().ring().pickUp().expectBye(), on.annaPort)) {
      OfferId offer = ring(arrived().call(), "anna", 5_000);
      on.events.await(Connected.class, mark);
      assertEquals(Party.CALLER, gone(offer.call()).by());
      assertEquals(Party.CALLER, on.events.await(TalkEnded.class, mark).by());
      anna.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenTheCallerHangsUpWhileItRings_thenThePhoneStops() {
    try (SipParty caller = on.call(caller().pause(900).hangUp());
        SipParty anna = on.phone(phone().ring().expectCancel(), on.annaPort)) {
      OfferId offer = ring(arrived().call(), "anna", 10_000);
      on.events.await(OfferRinging.class, mark);
      gone(offer.call());
      assertEquals(OfferEnding.CALLER_GONE, failed(offer));
      anna.awaitAsWritten();
    }
  }

  @Test
  void whenTheRingTimePasses_thenItIsUnanswered() {
    try (SipParty caller = on.call(caller().expectBye()); SipParty anna = on.phone(phone().ring().expectCancel(), on.annaPort)) {
      OfferId offer = ring(arrived().call(), "anna", 1_100);
      assertEquals(OfferEnding.UNANSWERED, failed(offer));
      anna.awaitAsWritten();
      on.line.hangUp(offer.call());
      gone(offer.call());
    }
  }

  @Test
  void whenThePhoneRefuses_thenItsReasonIsTold() {
    try (SipParty caller = on.call(caller().expectBye())) {
      CallId call = arrived().call();
      assertEquals(OfferEnding.BUSY, refused(call, 1, phone().refuse("486 Busy Here")));
      assertEquals(OfferEnding.DECLINED, refused(call, 2, phone().ring().refuse("603 Decline")));
      assertEquals(OfferEnding.UNREACHABLE, refused(call, 3, phone().refuse("480 Temporarily Unavailable")));
      assertEquals(OfferEnding.UNREACHABLE, refused(call, 4, phone().refuse("404 Not Found")));
      assertEquals(OfferEnding.UNREACHABLE, refused(call, 5, phone().refuse("503 Service Unavailable")));
      assertEquals(OfferEnding.UNANSWERED, refused(call, 6, phone().ring().refuse("480 Temporarily Unavailable")));
      on.line.hangUp(call);
      gone(call);
    }
  }

  @Test
  void whenThePhoneIsNotRegistered_thenItIsUnreachableAtOnce() {
    assertTrue(on.events.await(Restored.class, 0).unreachable().contains("carl"));
    assertFalse(on.events.await(Restored.class, 0).unreachable().contains("anna"));
    try (SipParty caller = on.call(caller().expectBye())) {
      CallId call = arrived().call();
      long asked = System.nanoTime();
      OfferId offer = ring(call, "carl", 5_000);
      assertEquals(OfferEnding.UNREACHABLE, failed(offer));
      assertTrue(System.nanoTime() - asked < 1_000_000_000L);
      assertEquals(OfferEnding.UNREACHABLE, failed(ring(call, 2, "nobody", 5_000)));
      on.line.hangUp(call);
      gone(call);
    }
  }

  @Test
  void whenTheOfferIsCancelled_thenThePhoneStopsAndTheCallerStays() {
    try (SipParty caller = on.call(caller().expectBye()); SipParty anna = on.phone(phone().ring().expectCancel(), on.annaPort)) {
      OfferId offer = ring(arrived().call(), "anna", 10_000);
      on.events.await(OfferRinging.class, mark);
      on.line.cancel(offer);
      assertEquals(OfferEnding.WITHDRAWN, failed(offer));
      anna.awaitAsWritten();
      on.line.play(offer.call(), List.of(on.soundFile("short")), 1);
      on.events.await(PlayEnded.class, mark);
      on.line.hangUp(offer.call());
      gone(offer.call());
    }
  }

  /** Asterisk finds a channel also by how its id begins. */
  @Test
  void whenOneOfManyPhonesIsCancelled_thenNoOtherStopsWhoseNumberBeginsAlike() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty anna = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty ben = on.phone(phone().ring().expectCancel(), on.benPort)) {
      CallId call = arrived().call();
      OfferId tenth = ring(call, 10, "anna", 10_000);
      OfferId first = ring(call, 1, "ben", 10_000);
      on.events.await(OfferRinging.class, mark, e -> e.offer().equals(first));
      on.line.cancel(first);
      assertEquals(OfferEnding.WITHDRAWN, failed(first));
      on.line.cancel(first);
      on.events.await(Connected.class, mark, e -> e.offer().equals(tenth));
      ben.awaitAsWritten();
      on.line.hangUp(call);
      gone(call);
    }
  }

  @Test
  void aCustomerWhoIsCalledBackIsHeldWhenHeAnswers_andThenTalksWithHisAgent() {
    CallId call = new CallId("long-gone+1");
    OfferId offer = new OfferId(call, 1);
    try (SipParty customer = on.phone(phone().ring().pickUp().expectBye(), on.benPort);
        SipParty anna = on.phone(phone().ring().pickUp().expectBye(), on.annaPort)) {
      on.line.callBack(new Ring(offer, new Phone.Endpoint("ben"), "+4930123450", "", 10_000));
      on.events.await(LineEvent.CalledBack.class, mark, e -> e.offer().equals(offer));
      assertEquals(List.of(), on.events.since(mark).stream().filter(OfferRinging.class::isInstance).toList(), "no agent's phone rang");
      ring(call, 1, "anna", 10_000);
      on.events.await(Connected.class, mark, e -> e.offer().equals(offer));
      on.line.hangUp(call);
      gone(call);
      customer.awaitAsWritten();
    }
  }

  @Test
  void whenACallbackIsTakenBack_thenTheCustomersPhoneStops_andWhenHeIsBusyThatIsTold() {
    CallId call = new CallId("long-gone+2");
    try (SipParty customer = on.phone(phone().ring().expectCancel(), on.benPort)) {
      OfferId offer = new OfferId(call, 1);
      on.line.callBack(new Ring(offer, new Phone.Endpoint("ben"), "", "", 10_000));
      on.awaitChannel(offer + "~customer1.");
      on.line.cancel(offer);
      assertEquals(OfferEnding.WITHDRAWN, failed(offer));
      customer.awaitAsWritten();
    }
    try (SipParty customer = on.phone(phone().refuse("486 Busy Here"), on.benPort)) {
      OfferId offer = new OfferId(call, 2);
      on.line.callBack(new Ring(offer, new Phone.Endpoint("ben"), "", "", 10_000));
      assertEquals(OfferEnding.BUSY, failed(offer));
    }
  }

  @Test
  void whenCancelledAsSoonAsAsked_thenItIsWithdrawnOnce() {
    try (SipParty caller = on.call(caller().expectBye()); SipParty anna = on.phone(phone().ring().expectCancel(), on.annaPort)) {
      OfferId offer = ring(arrived().call(), "anna", 10_000);
      on.line.cancel(offer);
      assertEquals(OfferEnding.WITHDRAWN, failed(offer));
      on.line.hangUp(offer.call());
      gone(offer.call());
      assertEquals(1, on.events.since(mark).stream().filter(OfferFailed.class::isInstance).count());
    }
  }

  @Test
  void whenTheAgentAnswersInTheMomentOfTheCancel_thenTheCallerIsHeldOn() {
    try (SipParty caller = on.call(caller().expectBye()); SipParty anna = on.phone(phone().ring().pickUp().expectBye(), on.annaPort)) {
      CallId call = arrived().call();
      OfferId offer = ring(call, "anna", 10_000);
      on.events.await(Connected.class, mark);
      // The exchange knows of the talk and would not cancel; Asterisk is told as if it had not known.
      on.tell("Setvar", "Channel", on.channelOf(call), "Variable", "CC_KEEP", "Value", offer + "~1.");
      on.tell("Hangup", "Channel", offer + "~1.");
      on.events.await(TalkEnded.class, mark);
      anna.awaitAsWritten();
      assertTrue(on.channelOf(call).startsWith("PJSIP/main-"), "he is still there");
      on.line.hangUp(call);
      gone(call);
    }
  }

  @Test
  void whenTheFirstTrunkFails_thenTheNextIsTriedWithinTheSameOffer() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty provider = on.provider(phone().ring().pickUp().pause(200).hangUp())) {
      CallId call = arrived().call();
      OfferId offer = new OfferId(call, 1);
      on.line.ring(new Ring(offer, new Phone.Number("+4930999", List.of("dead", "spare")), "+49171", "Ann", 1_200));
      on.events.await(Connected.class, mark, e -> e.offer().equals(offer));
      assertEquals(Party.AGENT, on.events.await(TalkEnded.class, mark).by());
      gone(call);
      provider.awaitAsWritten();
      assertTrue(on.events.since(mark).stream().noneMatch(OfferFailed.class::isInstance));
    }
  }

  @Test
  void whenEveryTrunkFails_thenTheOfferFailsOnce() {
    try (SipParty caller = on.call(caller().expectBye()); SipParty provider = on.provider(phone().refuse("503 Service Unavailable"))) {
      CallId call = arrived().call();
      OfferId offer = new OfferId(call, 1);
      on.line.ring(new Ring(offer, new Phone.Number("+4930999", List.of("spare", "unknown", "dead")), "", "", 1_100));
      assertEquals(OfferEnding.UNANSWERED, failed(offer));
      on.line.hangUp(call);
      gone(call);
    }
  }

  @Test
  void whenACallPassesMenuWaitAndTalk_thenAsteriskSendsFewEvents() throws IOException {
    try (ProbeAmi ami = new ProbeAmi(on.amiPort); SipParty anna = on.phone(phone().ring().pickUp().pause(200).hangUp(), on.annaPort);
        SipParty caller = on.call(caller().pause(700).digits("1").expectBye())) {
      CallId call = arrived().call();
      on.line.play(call, List.of(on.soundFile("long")), 1);
      on.events.await(KeyPressed.class, mark);
      on.line.music(call, "default");
      ring(call, "anna", 5_000);
      gone(call);
      List<String> sent = ami.eventsUntil(e -> e.equals("DeviceStateChange"));
      assertTrue(sent.size() <= 12, sent.toString());
    }
  }

  // --- the link

  @Test
  void whenTheLinkIsCutWhileTalkingAndRinging_thenRestoredTellsTheTruth() throws IOException {
    EventLog log = new EventLog();
    try (Wiretap tap = new Wiretap(on.amiPort);
        AmiLine second = on.connect(tap.port(), log);
        SipParty anna = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty ben = on.phone(phone().ring().pause(2_000).pickUp().expectBye(), on.benPort)) {
      log.await(Restored.class, 0);
      SipParty talking = on.call(caller().expectBye());
      CallId talk = arrived().call();
      log.await(CallArrived.class, 0);
      OfferId talked = new OfferId(talk, 1);
      second.ring(new Ring(talked, new Phone.Endpoint("anna"), "", "", 9_000));
      log.await(Connected.class, 0);
      int next = on.events.mark();
      SipParty ringing = on.call(caller().expectBye());
      CallId wait = on.events.await(CallArrived.class, next).call();
      log.await(CallArrived.class, 0, e -> e.call().equals(wait));
      OfferId rung = new OfferId(wait, 1);
      second.ring(new Ring(rung, new Phone.Endpoint("ben"), "", "", 9_000));
      log.await(OfferRinging.class, 0, e -> e.offer().equals(rung));
      tap.cut();
      int cut = log.mark();
      log.await(Lost.class, 0);
      on.awaitBridged(rung);
      tap.mend();
      Restored truth = log.await(Restored.class, cut);
      assertEquals(Set.of(talk, wait), Set.copyOf(truth.calls().stream().map(c -> c.arrival().call()).toList()));
      assertEquals(Set.of(new LiveOffer(talked, true), new LiveOffer(rung, true)), Set.copyOf(truth.offers()));
      assertEquals(LineOnAsterisk.CALLED, truth.calls().get(0).arrival().called());
      second.hangUp(talk);
      second.hangUp(wait);
      log.await(TalkEnded.class, cut, e -> e.offer().equals(talked));
      log.await(TalkEnded.class, cut, e -> e.offer().equals(rung));
      talking.awaitAsWritten();
      ringing.awaitAsWritten();
    }
  }

  @Test
  void whenACallerArrivesWhileTheLinkIsCut_thenHeIsHeldAndFound_andTakesCommands() throws IOException {
    EventLog log = new EventLog();
    try (Wiretap tap = new Wiretap(on.amiPort); AmiLine second = on.connect(tap.port(), log)) {
      log.await(Restored.class, 0);
      tap.cut();
      log.await(Lost.class, 0);
      try (SipParty caller = on.call(caller().expectBye())) {
        CallArrived arrived = arrived();
        int cut = log.mark();
        tap.mend();
        Restored truth = log.await(Restored.class, cut);
        assertEquals(List.of(arrived), truth.calls().stream().map(LineEvent.LiveCall::arrival).toList());
        second.play(arrived.call(), List.of(on.soundFile("short")), 7);
        assertEquals(new PlayEnded(arrived.call(), 7, true), log.await(PlayEnded.class, cut));
        second.hangUp(arrived.call());
        log.await(CallerGone.class, cut);
      }
    }
  }

  @Test
  void whenAsteriskIsAbsent_thenTheLineWaitsAndConnectsWhenItComes() throws IOException {
    EventLog log = new EventLog();
    try (Wiretap tap = new Wiretap(on.amiPort)) {
      tap.cut();
      try (AmiLine early = on.connect(tap.port(), log)) {
        early.ring(new Ring(new OfferId(new CallId("x"), 1), new Phone.Endpoint("anna"), "", "", 1_000));
        tap.mend();
        assertEquals(List.of(), log.await(Restored.class, 0).offers());
      }
    }
  }

  @Test
  void whenAProcessConnects_thenNoClassPathIsScanned() throws Exception {
    Process child = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-verbose:class", "-cp", System.getProperty("java.class.path"),
        ConnectOnce.class.getName(), "127.0.0.1", "" + on.amiPort, "switchboard", "s;cret").redirectErrorStream(true).start();
    try {
      String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, child.waitFor(), said);
      assertTrue(said.contains(" io.switchboard.core.adapter.asterisk.AmiLink "), "it tells the classes it loads");
      assertFalse(said.contains(" org.reflections.") || said.contains(" javassist."), "Asterisk-Java's event builder scans for a second");
    } finally {
      child.destroyForcibly();
    }
  }

  private CallArrived arrived() {
    return on.events.await(CallArrived.class, mark);
  }

  private CallerGone gone(CallId call) {
    return on.events.await(CallerGone.class, mark, e -> e.call().equals(call));
  }

  private OfferEnding failed(OfferId offer) {
    return on.events.await(OfferFailed.class, mark, e -> e.offer().equals(offer)).ending();
  }

  private OfferId ring(CallId call, String endpoint, long ringMs) {
    return ring(call, 1, endpoint, ringMs);
  }

  private OfferId ring(CallId call, int attempt, String endpoint, long ringMs) {
    OfferId offer = new OfferId(call, attempt);
    on.line.ring(new Ring(offer, new Phone.Endpoint(endpoint), "+491711234567", "Ann Lee", ringMs));
    return offer;
  }

  private OfferEnding refused(CallId call, int attempt, SipDialogue dialogue) {
    try (SipParty anna = on.phone(dialogue, on.annaPort)) {
      OfferEnding ending = failed(ring(call, attempt, "anna", 5_000));
      anna.awaitAsWritten();
      return ending;
    }
  }
}
