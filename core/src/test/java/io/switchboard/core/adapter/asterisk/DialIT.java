package io.switchboard.core.adapter.asterisk;

import static io.switchboard.core.adapter.asterisk.SipDialogue.phone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.Line.With;
import io.switchboard.core.line.LineEvent.CallerGone;
import io.switchboard.core.line.LineEvent.Connected;
import io.switchboard.core.line.LineEvent.DialFailed;
import io.switchboard.core.line.LineEvent.Dialling;
import io.switchboard.core.line.LineEvent.LiveOffer;
import io.switchboard.core.line.LineEvent.OfferFailed;
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

/** An agent dials a number over a trunk of a real Asterisk. */
class DialIT {
  private static LineOnAsterisk on;
  private static int dialled;
  private int mark;
  private OfferId anna;

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
    anna = new OfferId(new CallId("dial.t" + ++dialled), 1);
  }

  @AfterEach
  void clear() {
    on.clear();
  }

  private Line.Dial dial(String... trunks) {
    return new Line.Dial(
        new Ring(anna, new Phone.Endpoint("anna"), "+4989555", "", 5_000), new Phone.Number("+4989555", List.of(trunks)), "+4930100", 4_000, "");
  }

  private void annaDials(String... trunks) {
    on.line.dial(dial(trunks));
  }

  private DialFailed fails() {
    return on.events.await(DialFailed.class, mark, e -> e.offer().equals(anna));
  }

  private void talks() {
    on.events.await(Dialling.class, mark, e -> e.offer().equals(anna));
    on.events.await(Connected.class, mark, e -> e.offer().equals(anna));
    on.awaitBridged(anna + "~1.");
  }

  @Test
  void whenTheNumberAnswers_thenTheyTalk_andTheAgentHolds_andTakesBack_andHangsUp() {
    try (SipParty agent = on.phone(phone("+4989555").ring().pickUp().pause(4_000).hangUp(), on.annaPort);
        SipParty number = on.provider(phone("+4930100").ring().pause(500).pickUp().expectBye())) {
      annaDials("spare");
      talks();
      on.line.arrange(anna, null, With.NOBODY);
      on.awaitDoing("AGI");
      on.line.arrange(anna, null, With.CUSTOMER);
      on.awaitBridged(anna + "~1.");
      assertEquals(Party.AGENT, on.events.await(TalkEnded.class, mark).by());
      assertEquals(Party.AGENT, on.events.await(CallerGone.class, mark, e -> e.call().equals(anna.call())).by());
      agent.awaitAsWritten();
      number.awaitAsWritten();
    }
  }

  @Test
  void whenTheNumberHangsUp_thenTheTalkEndsByIt() {
    try (SipParty agent = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty number = on.provider(phone().ring().pickUp().pause(1_000).hangUp())) {
      annaDials("spare");
      talks();
      assertEquals(Party.CALLER, on.events.await(TalkEnded.class, mark).by());
      agent.awaitAsWritten();
      number.awaitAsWritten();
    }
  }

  @Test
  void whenItIsBusy_orDeclines_orIsNoNumber_orHasNoRoom_thenThatIsTold() {
    for (var refused : List.of(
        new Refused("486 Busy Here", DialResult.BUSY), new Refused("603 Decline", DialResult.REJECTED),
        new Refused("404 Not Found", DialResult.INVALID), new Refused("503 Service Unavailable", DialResult.CONGESTION),
        new Refused("480 Temporarily Unavailable", DialResult.NO_ANSWER))) {
      fromHere();
      try (SipParty agent = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
          SipParty number = on.provider(phone().refuse(refused.answer))) {
        annaDials("spare");
        assertEquals(refused.result, fails().result(), refused.answer);
        agent.awaitAsWritten();
        number.awaitAsWritten();
      }
      on.clear();
    }
  }

  private record Refused(String answer, DialResult result) {}

  @Test
  void whenOneTrunkIsUnknown_thenTheNextIsTried_andWhereNobodyAnswersItEndsInTime() {
    try (SipParty agent = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty number = on.provider(phone().ring().expectCancel())) {
      annaDials("unknown", "spare");
      assertEquals(DialResult.NO_ANSWER, fails().result());
      agent.awaitAsWritten();
      number.awaitAsWritten();
    }
  }

  @Test
  void whenTheAgentHangsUpBeforeTheAnswer_orItIsTakenBack_thenTheNumberRingsNoMore() {
    try (SipParty agent = on.phone(phone().ring().pickUp().pause(800).hangUp(), on.annaPort);
        SipParty number = on.provider(phone().ring().expectCancel())) {
      annaDials("spare");
      assertEquals(DialResult.CANCELLED, fails().result());
      agent.awaitAsWritten();
      number.awaitAsWritten();
    }
    on.clear();
    fromHere();
    try (SipParty agent = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty number = on.provider(phone().ring().expectCancel())) {
      annaDials("spare");
      on.events.await(Dialling.class, mark, e -> e.offer().equals(anna));
      on.line.cancel(anna);
      assertEquals(OfferEnding.WITHDRAWN, on.events.await(OfferFailed.class, mark, e -> e.offer().equals(anna)).ending());
      agent.awaitAsWritten();
      number.awaitAsWritten();
    }
  }

  @Test
  void whenTheAgentsPhoneDeclines_thenNobodyIsDialled() {
    try (SipParty agent = on.phone(phone().ring().refuse("603 Decline"), on.annaPort)) {
      annaDials("spare");
      assertEquals(OfferEnding.DECLINED, on.events.await(OfferFailed.class, mark, e -> e.offer().equals(anna)).ending());
      agent.awaitAsWritten();
    }
  }

  @Test
  void whenThePlatformIsAwayAsItIsAnswered_thenTheyTalk_andThatIsFoundAfterwards() {
    try (SipParty agent = on.phone(phone().ring().pickUp().expectBye(), on.annaPort);
        SipParty number = on.provider(phone().ring().pause(3_000).pickUp().expectBye())) {
      EventLog log = new EventLog();
      AmiLine first = on.connect(on.amiPort, log);
      log.await(Restored.class, 0);
      first.dial(dial("spare"));
      log.await(Dialling.class, 0);
      first.close();
      EventLog again = new EventLog();
      try (AmiLine rings = on.connect(on.amiPort, again)) {
        LiveOffer found = again.await(Restored.class, 0).offers().getFirst();
        assertEquals(new LiveOffer(anna, false, false, true), found);
      }
      on.awaitBridged(anna + "~1.");
      EventLog later = new EventLog();
      try (AmiLine talks = on.connect(on.amiPort, later)) {
        Restored truth = later.await(Restored.class, 0);
        assertEquals(List.of(new LiveOffer(anna, true)), truth.offers());
        assertEquals(anna.call(), truth.calls().getFirst().arrival().call());
        talks.arrange(anna, null, With.NOBODY);
        on.awaitDoing("AGI");
        talks.arrange(anna, null, With.CUSTOMER);
        on.awaitBridged(anna + "~1.");
        talks.hangUp(anna);
        assertTrue(later.await(TalkEnded.class, 0).by() == Party.AGENT);
      }
      agent.awaitAsWritten();
      number.awaitAsWritten();
    }
  }
}
