package io.switchboard.core.adapter.asterisk;

import static io.switchboard.core.adapter.asterisk.SipDialogue.caller;
import static io.switchboard.core.adapter.asterisk.SipDialogue.phone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.line.Line.Recording;
import io.switchboard.core.line.Line.Transfer;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.LineEvent.CallerGone;
import io.switchboard.core.line.LineEvent.KeyPressed;
import io.switchboard.core.line.LineEvent.Lost;
import io.switchboard.core.line.LineEvent.PlayEnded;
import io.switchboard.core.line.LineEvent.RecordingEnded;
import io.switchboard.core.line.LineEvent.Restored;
import io.switchboard.core.line.LineEvent.TransferConnected;
import io.switchboard.core.line.LineEvent.TransferEnded;
import io.switchboard.core.line.Phone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfers and recordings, which Asterisk carries out by itself. */
class ErrandIT {
  private static final String OUTSIDE = "+4989999";
  private static final String OURS = "+4930123456";

  private static LineOnAsterisk on;
  private static Path recordings;
  private int mark;

  @BeforeAll
  static void start() throws IOException {
    on = new LineOnAsterisk();
    recordings = Files.createDirectories(on.home.resolve("recordings"));
    Files.setPosixFilePermissions(recordings, PosixFilePermissions.fromString("rwxrwxrwx"));
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
  void whenTheCalledPartyHangsUp_thenTheCallerIsHeldAgain_andTakesCommands() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty outside = on.provider(phone(OURS).ring().pause(200).pickUp().pause(700).hangUp())) {
      CallId call = arrived();
      transfer(call, 1, 5_000, "spare");
      assertEquals(1, on.events.await(TransferConnected.class, mark).errand());
      TransferEnded ended = ended(1);
      assertEquals(TransferEnding.CALLED_PARTY_HUNG_UP, ended.ending());
      assertTrue(ended.talkMs() >= 500 && ended.talkMs() < 3_000, ended.toString());
      on.line.play(call, List.of(on.soundFile("short")), 1);
      assertTrue(on.events.await(PlayEnded.class, mark).heard());
      on.line.hangUp(call);
      gone(call);
      outside.awaitAsWritten();
      assertEquals(1, on.events.since(mark).stream().filter(TransferConnected.class::isInstance).count());
    }
  }

  @Test
  void whenTheCallerHangsUpInTheTalk_thenTheCalledPartyIsReleased() {
    try (SipParty caller = on.call(caller().pause(2_000).hangUp()); SipParty outside = on.provider(phone().ring().pickUp().expectBye())) {
      CallId call = arrived();
      transfer(call, 1, 5_000, "spare");
      on.events.await(TransferConnected.class, mark);
      assertEquals(Party.CALLER, gone(call).by());
      outside.awaitAsWritten();
      caller.awaitAsWritten();
    }
  }

  @Test
  void whenTheCallerHangsUpWhileItRings_thenItStops_andHisKeysWereTold() {
    try (SipParty caller = on.call(caller().pause(1_200).digits("4").pause(1_000).hangUp());
        SipParty outside = on.provider(phone().ring().expectCancel())) {
      CallId call = arrived();
      transfer(call, 1, 9_000, "spare");
      assertEquals('4', on.events.await(KeyPressed.class, mark).key());
      gone(call);
      outside.awaitAsWritten();
    }
  }

  @Test
  void whenNobodyTakesIt_thenWhySaysTheEnding_andTheNextTransferIsAnother() {
    try (SipParty caller = on.call(caller().expectBye())) {
      CallId call = arrived();
      try (SipParty outside = on.provider(phone().refuse("486 Busy Here"))) {
        transfer(call, 1, 5_000, "spare");
        assertEquals(TransferEnding.BUSY, ended(1).ending());
      }
      try (SipParty outside = on.provider(phone().ring().expectCancel())) {
        transfer(call, 2, 1_000, "spare");
        assertEquals(TransferEnding.NO_ANSWER, ended(2).ending());
      }
      try (SipParty outside = on.provider(phone().refuse("503 Service Unavailable"))) {
        transfer(call, 3, 2_000, "spare");
        assertEquals(TransferEnding.FAILED, ended(3).ending());
      }
      transfer(call, 4, 2_000, "unknown");
      assertEquals(TransferEnding.FAILED, ended(4).ending());
      on.line.hangUp(call);
      gone(call);
    }
  }

  @Test
  void whenTheFirstTrunkDoesNotTakeIt_thenTheNextDoes() {
    try (SipParty caller = on.call(caller().expectBye());
        SipParty closed = on.registrar(phone().refuse("503 Service Unavailable"));
        SipParty outside = on.provider(phone().ring().pickUp().pause(300).hangUp())) {
      CallId call = arrived();
      transfer(call, 1, 3_000, "signed-in", "spare");
      on.events.await(TransferConnected.class, mark);
      assertEquals(TransferEnding.CALLED_PARTY_HUNG_UP, ended(1).ending());
      closed.awaitAsWritten();
      outside.awaitAsWritten();
    }
  }

  @Test
  void whenTheLinkIsCutWhileItRings_thenTheyTalkAllTheSame_andRestoredTellsIt() throws IOException {
    EventLog log = new EventLog();
    try (Wiretap tap = new Wiretap(on.amiPort);
        AmiLine second = on.connect(tap.port(), log);
        SipParty caller = on.call(caller().expectBye());
        SipParty outside = on.provider(phone().ring().pause(1_500).pickUp().pause(4_000).hangUp())) {
      log.await(Restored.class, 0);
      CallId call = arrived();
      log.await(CallArrived.class, 0);
      second.transfer(new Transfer(call, 3, new Phone.Number(OUTSIDE, List.of("spare")), OURS, 9_000));
      LockSupport.parkNanos(500_000_000);
      tap.cut();
      int cut = log.mark();
      log.await(Lost.class, 0);
      on.awaitBridged(call.value());
      tap.mend();
      Restored truth = log.await(Restored.class, cut);
      assertEquals(List.of(3), truth.calls().stream().map(c -> c.errand()).toList());
      log.await(TransferConnected.class, cut, e -> e.errand() == 3);
      assertEquals(TransferEnding.CALLED_PARTY_HUNG_UP, log.await(TransferEnded.class, cut).ending());
      second.hangUp(call);
      log.await(CallerGone.class, cut);
    }
  }

  @Test
  void whenTheLinkIsCutUntilTheTransferIsOver_thenWhatCameOfItIsToldAfterwards() throws IOException {
    EventLog log = new EventLog();
    try (Wiretap tap = new Wiretap(on.amiPort);
        AmiLine second = on.connect(tap.port(), log);
        SipParty caller = on.call(caller().expectBye());
        SipParty outside = on.provider(phone().ring().pause(500).refuse("486 Busy Here"))) {
      log.await(Restored.class, 0);
      CallId call = arrived();
      log.await(CallArrived.class, 0);
      second.transfer(new Transfer(call, 7, new Phone.Number(OUTSIDE, List.of("spare")), OURS, 9_000));
      LockSupport.parkNanos(300_000_000);
      tap.cut();
      log.await(Lost.class, 0);
      outside.awaitAsWritten();
      int cut = log.mark();
      LockSupport.parkNanos(300_000_000);
      tap.mend();
      assertEquals(List.of(7), log.await(Restored.class, cut).calls().stream().map(c -> c.errand()).toList());
      assertEquals(new TransferEnded(call, 7, TransferEnding.BUSY, 0), log.await(TransferEnded.class, cut));
      second.hangUp(call);
      log.await(CallerGone.class, cut);
    }
  }

  @Test
  void whenACallerEndsHisMessageByAKey_thenItIsAFile_andHeIsHeldAgain() throws IOException {
    try (SipParty caller = on.call(caller().pause(3_500).digits("#").pause(500).expectBye())) {
      CallId call = arrived();
      Path file = recordings.resolve("key");
      on.line.record(new Recording(call, 1, file.toString(), 20_000, 10_000));
      assertEquals(1, on.events.await(RecordingEnded.class, mark).errand());
      assertTrue(Files.exists(Path.of(file + ".wav")));
      on.line.play(call, List.of(on.soundFile("short")), 1);
      assertTrue(on.events.await(PlayEnded.class, mark).heard());
      on.line.hangUp(call);
      gone(call);
    }
  }

  @Test
  void whenACallerHangsUpInHisMessage_thenWhatHeSaidIsKept() {
    try (SipParty caller = on.call(caller().pause(2_500).hangUp())) {
      CallId call = arrived();
      Path file = recordings.resolve("gone");
      on.line.record(new Recording(call, 1, file.toString(), 20_000, 10_000));
      gone(call);
      assertTrue(Files.exists(Path.of(file + ".wav")), "the file is whole when the caller's end is told");
    }
  }

  private CallId arrived() {
    return on.events.await(CallArrived.class, mark).call();
  }

  private void transfer(CallId call, int errand, long ringMs, String... trunks) {
    on.line.transfer(new Transfer(call, errand, new Phone.Number(OUTSIDE, List.of(trunks)), OURS, ringMs));
  }

  private TransferEnded ended(int errand) {
    return on.events.await(TransferEnded.class, mark, e -> e.errand() == errand);
  }

  private CallerGone gone(CallId call) {
    return on.events.await(CallerGone.class, mark, e -> e.call().equals(call));
  }
}
