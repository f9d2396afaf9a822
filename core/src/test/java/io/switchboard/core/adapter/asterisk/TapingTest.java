package io.switchboard.core.adapter.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.Line.With;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.LineEvent.OfTape;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.Sound;
import io.switchboard.core.line.Tapes.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TapingTest {
  private static final CallId CALL = new CallId("sb1-1.1");
  private static final CallArrived ARRIVED = new CallArrived(CALL, "4930", "+49171", "Ann", "main");
  private static final String CHANNEL = "PJSIP/main-00000001";
  private static final OfferId OFFER = new OfferId(CALL, 1);
  private static final String LEG = OFFER + "~1.";
  private static final String BEGIN = "GOSUB switchboard-tape s 1 \"/told,/data/x.raw,1\"";

  private final List<Act> acts = new ArrayList<>();
  private final Exchange exchange = new Exchange(Set.of("anna"), Set.of("one"), "L", acts::add);

  @BeforeEach
  void arrive() {
    hear(new Heard.Held(ARRIVED, CHANNEL));
    acts.clear();
  }

  private void hear(Heard heard) {
    exchange.hear(heard, 1_000);
  }

  private <A extends Act> List<A> of(Class<A> type) {
    return acts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<LineEvent> told() {
    return of(Act.Publish.class).stream().map(Act.Publish::event).filter(OfTape.class::isInstance).toList();
  }

  private static Tape tape(@Nullable OfferId talk) {
    return new Tape(CALL, 1, "/data/x.raw", List.of(new Sound("/told")), talk);
  }

  private void talks() {
    exchange.ring(new Ring(OFFER, new Phone.Endpoint("anna"), "", "", 20_000), 1_000);
    hear(new Heard.LegRings(OFFER, LEG));
    hear(new Heard.LegTalks(OFFER, LEG));
    acts.clear();
  }

  /** In a talk, taken aside and held. */
  private Act.Agi begun() {
    talks();
    exchange.tape(tape(OFFER));
    hear(new Heard.TapeFound(tape(OFFER), 0, true));
    hear(new Heard.Held(ARRIVED, CHANNEL));
    return of(Act.Agi.class).getLast();
  }

  @Test
  void whenHeWaits_thenHeIsToldAndRecorded_andAsteriskIsAskedWhetherItRuns() {
    exchange.tape(tape(null));
    assertEquals(BEGIN, of(Act.Agi.class).getFirst().command());
    hear(new Heard.Done(CALL, of(Act.Agi.class).getFirst().id(), 0));
    assertEquals(new Act.AskTape(tape(null), CHANNEL, false), of(Act.AskTape.class).getFirst());
    hear(new Heard.TapeFound(tape(null), 1, false));
    assertEquals(List.of(new OfTape.Runs(CALL, 1)), told());
  }

  @Test
  void whenTheAnnouncementWasNotHeard_thenItFailed() {
    exchange.tape(tape(null));
    hear(new Heard.Done(CALL, of(Act.Agi.class).getFirst().id(), 0));
    hear(new Heard.TapeFound(tape(null), 0, false));
    assertTrue(told().getFirst() instanceof OfTape.Failed);
  }

  @Test
  void whenHePressesKeys_thenHeIsToldNeverTheLess() {
    exchange.tape(tape(null));
    hear(new Heard.Key(CALL, '1'));
    assertEquals(List.of(), of(Act.StopSound.class));
  }

  @Test
  void whenHeTalks_andItRuns_thenHeIsLeftAlone() {
    talks();
    exchange.tape(tape(OFFER));
    assertEquals(new Act.AskTape(tape(OFFER), CHANNEL, true), of(Act.AskTape.class).getFirst());
    hear(new Heard.TapeFound(tape(OFFER), 1, true));
    assertEquals(List.of(new OfTape.Runs(CALL, 1)), told());
    assertEquals(List.of(), of(Act.Move.class));
  }

  @Test
  void whenHeTalks_andItDoesNot_thenHeIsTakenAside_told_andJoinedAgain() {
    Act.Agi begin = begun();
    assertEquals(BEGIN, begin.command());
    assertEquals("switchboard-aside", of(Act.Move.class).getFirst().context());
    hear(new Heard.Done(CALL, begin.id(), 0));
    hear(new Heard.TapeFound(tape(OFFER), 1, false));
    assertEquals(List.of(new OfTape.Runs(CALL, 1)), told());
    assertEquals("switchboard-join", of(Act.Move.class).getLast().context());
  }

  @Test
  void whenSheHoldsHimMeanwhile_thenHeStaysHeld_andItIsInterrupted() {
    Act.Agi begin = begun();
    exchange.arrange(OFFER, null, With.NOBODY);
    assertEquals(List.of(new OfTape.Failed(CALL, 1, OfTape.Failed.INTERRUPTED)), told());
    acts.clear();
    hear(new Heard.Done(CALL, begin.id(), 0));
    assertEquals(1, of(Act.StopTape.class).size(), "what began nevertheless is ended");
    assertEquals(List.of(), of(Act.Move.class));
  }

  @Test
  void whenSheHangsUpMeanwhile_thenHisCallEnds() {
    begun();
    hear(new Heard.LegGone(OFFER, LEG, 16, 0, false));
    assertEquals(List.of(new Act.HangUp(CHANNEL)), of(Act.HangUp.class));
  }

  @Test
  void whenItIsStopped_thenWhatWouldBeginDoesNot() {
    exchange.tape(tape(null));
    exchange.stopTape(CALL);
    assertEquals(1, of(Act.StopTape.class).size());
    hear(new Heard.Done(CALL, of(Act.Agi.class).getFirst().id(), 0));
    assertEquals(2, of(Act.StopTape.class).size());
    assertEquals(List.of(), of(Act.AskTape.class));
  }

  @Test
  void whenAPathWouldBeReadAsSomethingElse_thenNothingIsSent() {
    exchange.tape(new Tape(CALL, 1, "/data/${x}.raw", List.of(), null));
    assertEquals(List.of(), of(Act.Agi.class));
    assertTrue(told().getFirst() instanceof OfTape.Failed);
  }

  @Test
  void whenTheCallerIsGone_thenAPauseIsNotDone() {
    exchange.mute(CALL, 1, true);
    assertEquals(new Act.MuteTape(CALL, CHANNEL, 1, true), of(Act.MuteTape.class).getFirst());
    hear(new Heard.CallerHungUp(CALL, false));
    exchange.mute(CALL, 1, true);
    assertEquals(List.of(new OfTape.Muted(CALL, 1, true, false)), told());
  }
}
