package io.switchboard.core.adapter.asterisk;

import static io.switchboard.core.adapter.asterisk.SipDialogue.autoAnsweringPhone;
import static io.switchboard.core.adapter.asterisk.SipDialogue.caller;
import static io.switchboard.core.adapter.asterisk.SipDialogue.ordinaryPhone;
import static io.switchboard.core.adapter.asterisk.SipDialogue.phone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.LineEvent.CallerGone;
import io.switchboard.core.line.LineEvent.Connected;
import io.switchboard.core.line.LineEvent.Held;
import io.switchboard.core.line.LineEvent.LiveOffer;
import io.switchboard.core.line.LineEvent.Restored;
import io.switchboard.core.line.LineEvent.Resumed;
import io.switchboard.core.line.LineEvent.TalkEnded;
import io.switchboard.core.line.Phone;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agent does at his own SIP phone beyond picking up and hanging up. */
class AgentsPhoneIT {
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

  @Test
  void whenTheAgentPutsTheCallerOnHoldAndTakesHimBack_thenBothAreTold_andTheTalkGoesOn() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty anna = on.phone(
            phone().ring().pickUp().pause(300).hold().pause(400).takeBack().pause(300).hold().pause(300).hangUp(), on.annaPort)) {
      OfferId offer = ring("anna", false);
      on.events.await(Connected.class, mark);
      on.events.await(Held.class, mark, e -> e.offer().equals(offer));
      on.events.await(Resumed.class, mark, e -> e.offer().equals(offer));
      assertEquals(Party.AGENT, on.events.await(TalkEnded.class, mark, e -> e.offer().equals(offer)).by());
      on.events.await(CallerGone.class, mark);
      anna.awaitAsWritten();
      caller.awaitAsWritten();
      List<String> told = on.events.since(mark).stream().filter(e -> e instanceof Held || e instanceof Resumed)
          .map(e -> e.getClass().getSimpleName()).toList();
      assertEquals(List.of("Held", "Resumed", "Held"), told);
    }
  }

  @Test
  void whenTheLinkComesBackWhileTheCallerIsOnHold_thenThatIsToldAfterTheSnapshot() throws IOException {
    EventLog log = new EventLog();
    try (SipParty caller = on.call(caller().expectBye());
        SipParty anna = on.phone(phone().ring().pickUp().pause(200).hold().expectBye(), on.annaPort)) {
      OfferId offer = ring("anna", false);
      on.events.await(Held.class, mark);
      try (AmiLine after = on.connect(on.amiPort, log)) {
        assertEquals(List.of(new LiveOffer(offer, true)), log.await(Restored.class, 0).offers());
        log.await(Held.class, 0, e -> e.offer().equals(offer));
        after.hangUp(offer.call());
        log.await(TalkEnded.class, 0);
      }
      anna.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenAutoAnswerIsAskedFor_thenTheInviteHasTheHeadersThatPhonesHonour() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty anna = on.phone(autoAnsweringPhone().pickUp().pause(200).hangUp(), on.annaPort)) {
      ring("anna", true);
      on.events.await(Connected.class, mark);
      anna.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenItIsNot_thenTheInviteHasNone() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty anna = on.phone(ordinaryPhone().ring().pickUp().pause(200).hangUp(), on.annaPort)) {
      ring("anna", false);
      on.events.await(Connected.class, mark);
      anna.awaitAsWritten();
      caller.awaitAsWritten();
      assertTrue(on.events.since(mark).stream().noneMatch(e -> e instanceof Held || e instanceof Resumed));
    }
  }

  private OfferId ring(String endpoint, boolean autoAnswer) {
    CallId call = on.events.await(CallArrived.class, mark).call();
    OfferId offer = new OfferId(call, 1);
    on.line.ring(new Ring(offer, new Phone.Endpoint(endpoint), "+491711234567", "Ann Lee", 5_000, autoAnswer));
    return offer;
  }
}
