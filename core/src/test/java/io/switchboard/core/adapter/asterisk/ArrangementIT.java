package io.switchboard.core.adapter.asterisk;

import static io.switchboard.core.adapter.asterisk.SipDialogue.caller;
import static io.switchboard.core.adapter.asterisk.SipDialogue.phone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.Line.With;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.LineEvent.CallerGone;
import io.switchboard.core.line.LineEvent.Connected;
import io.switchboard.core.line.LineEvent.LiveOffer;
import io.switchboard.core.line.LineEvent.OfferFailed;
import io.switchboard.core.line.LineEvent.OfferRinging;
import io.switchboard.core.line.LineEvent.Restored;
import io.switchboard.core.line.LineEvent.TalkEnded;
import io.switchboard.core.line.Phone;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent holds his caller, consults a third party, brings all together, hands on, or is lost. */
class ArrangementIT {
  private static LineOnAsterisk on;
  private int mark;
  private CallId call;
  private OfferId anna;
  private OfferId ben;

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

  private void annaTalks() {
    call = on.events.await(CallArrived.class, mark).call();
    anna = new OfferId(call, 1);
    ben = new OfferId(call, 2);
    on.line.ring(new Ring(anna, new Phone.Endpoint("anna"), "+491711234567", "Ann Lee", 5_000));
    on.events.await(Connected.class, mark, e -> e.offer().equals(anna));
    together("caller", "anna");
  }

  private void consultBen() {
    on.line.arrange(anna, ben, With.THIRD);
    on.line.consult(new Ring(ben, new Phone.Endpoint("ben"), "+491711234567", "Ann Lee", 5_000), anna);
    on.events.await(OfferRinging.class, mark, e -> e.offer().equals(ben));
    on.awaitDoing(call, "AGI");
  }

  private void benTalks() {
    on.events.await(Connected.class, mark, e -> e.offer().equals(ben));
    together("anna", "ben");
  }

  private String channel(String who) {
    return switch (who) {
      case "caller" -> call.value();
      case "anna" -> anna + "~1.";
      default -> ben + "~1.";
    };
  }

  private void together(String... who) {
    on.awaitTogether(java.util.Arrays.stream(who).map(this::channel).toList());
  }

  @Test
  void whenTheAgentHoldsAndTakesBack_thenTheCallerIsHeldAndTalksAgain_andHisCallEndsWithTheTalk() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty phone = on.phone(phone().ring().pickUp().pause(2500).hangUp(), on.annaPort)) {
      annaTalks();
      on.line.arrange(anna, null, With.NOBODY);
      on.awaitDoing(call, "AGI");
      on.line.arrange(anna, null, With.CUSTOMER);
      together("caller", "anna");
      assertEquals(Party.AGENT, on.events.await(TalkEnded.class, mark).by());
      assertEquals(Party.AGENT, on.events.await(CallerGone.class, mark).by());
      phone.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenTheAgentHangsUpWhileTheCallerIsOnHold_thenHeIsHeldUntilSomebodyEndsHisCall() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty phone = on.phone(phone().ring().pickUp().pause(1500).hangUp(), on.annaPort)) {
      annaTalks();
      on.line.arrange(anna, null, With.NOBODY);
      on.awaitDoing(call, "AGI");
      assertEquals(Party.AGENT, on.events.await(TalkEnded.class, mark).by());
      on.line.hangUp(call);
      on.events.await(CallerGone.class, mark);
      phone.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenTheCallerHangsUpOnHold_thenTheAgentsLegEnds() {
    try (SipParty caller = on.call(caller().pause(1500).hangUp());
        SipParty phone = on.phone(phone().ring().pickUp().expectBye(), on.annaPort)) {
      annaTalks();
      on.line.arrange(anna, null, With.NOBODY);
      on.awaitDoing(call, "AGI");
      on.events.await(CallerGone.class, mark);
      assertEquals(Party.CALLER, on.events.await(TalkEnded.class, mark).by());
      phone.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenTheAgentConsults_swaps_andHandsOn_thenTheCallerTalksWithTheThirdParty() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty phone = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty other = on.phone(phone().ring().pause(500).pickUp().pause(4000).hangUp(), on.benPort)) {
      annaTalks();
      consultBen();
      benTalks();
      on.line.arrange(anna, ben, With.CUSTOMER);
      together("caller", "anna");
      on.line.arrange(anna, ben, With.THIRD);
      together("anna", "ben");
      on.awaitDoing(call, "AGI");
      on.line.handOn(anna, ben);
      together("caller", "ben");
      on.events.await(TalkEnded.class, mark, e -> e.offer().equals(anna));
      phone.awaitAsWritten();
      assertEquals(Party.AGENT, on.events.await(TalkEnded.class, mark, e -> e.offer().equals(ben)).by());
      on.events.await(CallerGone.class, mark);
      other.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenAllAreBroughtTogether_andTheThirdLeaves_thenTheTwoTalkOn() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty phone = on.phone(phone().ring().pickUp().pause(4000).hangUp(), on.annaPort);
        SipParty other = on.phone(phone().ring().pickUp().pause(2000).hangUp(), on.benPort)) {
      annaTalks();
      consultBen();
      benTalks();
      on.line.arrange(anna, ben, With.EVERYBODY);
      together("caller", "anna", "ben");
      assertEquals(Party.AGENT, on.events.await(TalkEnded.class, mark, e -> e.offer().equals(ben)).by());
      on.line.arrange(anna, null, With.CUSTOMER);
      together("caller", "anna");
      on.events.await(CallerGone.class, mark);
      other.awaitAsWritten();
      phone.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenTheThirdPartyDoesNotAnswer_thenTheAgentTakesTheCallerBack() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty phone = on.phone(phone().ring().pickUp().pause(2500).hangUp(), on.annaPort);
        SipParty other = on.phone(phone().ring().pause(300).refuse("486 Busy Here"), on.benPort)) {
      annaTalks();
      consultBen();
      assertEquals(OfferEnding.BUSY, on.events.await(OfferFailed.class, mark).ending());
      on.line.arrange(anna, null, With.CUSTOMER);
      together("caller", "anna");
      other.awaitAsWritten();
      phone.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenTheAgentHandsOnWhileItRings_thenTheThirdPartyAnswersTheCaller() {
    try (SipParty caller = on.call(caller().pause(3000).hangUp());
        SipParty phone = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty other = on.phone(phone().ring().pause(1500).pickUp().expectBye(), on.benPort)) {
      annaTalks();
      consultBen();
      on.line.handOn(anna, ben);
      phone.awaitAsWritten();
      on.events.await(Connected.class, mark, e -> e.offer().equals(ben));
      together("caller", "ben");
      assertEquals(Party.CALLER, on.events.await(TalkEnded.class, mark, e -> e.offer().equals(ben)).by());
      other.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenTheAgentsPhoneIsLost_thenTheCallerIsHeld_andRingsAgain() {
    try (SipParty caller = on.call(caller().pause(3000).hangUp());
        SipParty phone = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty other = on.phone(phone().ring().pickUp().expectBye(), on.benPort)) {
      annaTalks();
      on.line.drop(anna);
      assertEquals(Party.LOST, on.events.await(TalkEnded.class, mark).by());
      on.awaitDoing(call, "AGI");
      phone.awaitAsWritten();
      on.line.ring(new Ring(ben, new Phone.Endpoint("ben"), "+491711234567", "Ann Lee", 5_000));
      on.events.await(Connected.class, mark, e -> e.offer().equals(ben));
      other.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenAnAgentsLegEndsByNobodysWord_thenTheCallerIsHeld() {
    try (SipParty caller = on.call(caller().pause(2500).hangUp());
        SipParty phone = on.phone(phone().ring().pickUp().expectBye(), on.annaPort)) {
      annaTalks();
      on.tell("Hangup", "Channel", channel("anna"), "Cause", "44");
      assertEquals(Party.LOST, on.events.await(TalkEnded.class, mark).by());
      on.awaitDoing(call, "AGI");
      assertTrue(on.events.since(mark).stream().noneMatch(e -> e instanceof CallerGone));
      phone.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenTheLinkComesBackDuringAConsultation_thenWhereEachStandsIsTold_andItCanBeGoneOnWith() throws IOException {
    EventLog log = new EventLog();
    try (SipParty caller = on.call(caller().expectBye());
        SipParty phone = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty other = on.phone(phone().ring().pickUp().pause(4000).hangUp(), on.benPort)) {
      annaTalks();
      consultBen();
      benTalks();
      try (AmiLine after = on.connect(on.amiPort, log)) {
        List<LiveOffer> offers = log.await(Restored.class, 0).offers();
        assertEquals(java.util.Set.of(new LiveOffer(anna, true, false), new LiveOffer(ben, true, false)), java.util.Set.copyOf(offers));
        after.handOn(anna, ben);
        together("caller", "ben");
        log.await(TalkEnded.class, 0, e -> e.offer().equals(anna));
        log.await(CallerGone.class, 0);
      }
      phone.awaitAsWritten();
      other.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }
}
