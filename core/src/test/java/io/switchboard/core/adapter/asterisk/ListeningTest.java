package io.switchboard.core.adapter.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Listener;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.Line.With;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.LineEvent.ListenerGone;
import io.switchboard.core.line.LineEvent.ListenerJoined;
import io.switchboard.core.line.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor's leg beside the two of a talk. */
class ListeningTest {
  private static final CallId CALL = new CallId("sb1-1.1");
  private static final String CHANNEL = "PJSIP/main-00000001";
  private static final OfferId ANNA = new OfferId(CALL, 1);
  private static final String ANNAS = ANNA + "~1.";
  private static final OfferId SUE = new OfferId(CALL, 2);
  private static final String SUES = SUE + "~1.";

  private final List<Act> acts = new ArrayList<>();
  private final Exchange exchange = new Exchange(Set.of("anna", "sue"), Set.of(), "L", acts::add);
  private long nowMs = 1_000;

  @BeforeEach
  void annaTalks() {
    exchange.hear(new Heard.Held(new CallArrived(CALL, "4930", "+49171", "Ann", "main"), CHANNEL), nowMs);
    exchange.ring(new Ring(ANNA, new Phone.Endpoint("anna"), "", "", 20_000), nowMs);
    exchange.hear(new Heard.LegTalks(ANNA, ANNAS), nowMs);
    acts.clear();
  }

  private void listen(ListenMode mode) {
    exchange.listen(new Listener(SUE, ANNA, new Phone.Endpoint("sue"), "+49171", "Ann", 20_000, mode), nowMs);
  }

  private void joins(ListenMode mode) {
    listen(mode);
    exchange.hear(new Heard.ListenerAnswered(SUE, SUES), nowMs);
    acts.clear();
  }

  private <A extends Act> List<A> of(Class<A> type) {
    return acts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<LineEvent> events() {
    return of(Act.Publish.class).stream().map(Act.Publish::event).toList();
  }

  private List<String> movedTo() {
    return of(Act.Move.class).stream().filter(move -> move.channel().equals(SUES)).map(Act.Move::extension).toList();
  }

  @Test
  void whenShePicksUp_thenSheHearsTheAgentsLeg_andNothingElseChanges() {
    listen(ListenMode.WHISPER);
    Act.OriginateListener dialled = of(Act.OriginateListener.class).getFirst();
    assertEquals(List.of(SUES, ANNAS, CHANNEL, "whisper", "PJSIP/sue"),
        List.of(dialled.leg(), dialled.spied(), dialled.callerChannel(), dialled.extension(), dialled.dial()));
    exchange.hear(new Heard.LegRings(SUE, SUES), nowMs);
    exchange.hear(new Heard.ListenerAnswered(SUE, SUES), nowMs);
    assertEquals(List.of(new ListenerJoined(SUE)), events());
    assertEquals(List.of(), of(Act.Move.class));
  }

  @Test
  void whenTheModeChanges_thenHerLegIsMoved_alsoWhereItChangedWhileItRang() {
    listen(ListenMode.LISTEN);
    listen(ListenMode.WHISPER);
    assertEquals(List.of(), movedTo());
    exchange.hear(new Heard.ListenerAnswered(SUE, SUES), nowMs);
    assertEquals(List.of("whisper"), movedTo());
    listen(ListenMode.BARGE);
    listen(ListenMode.BARGE);
    assertEquals(List.of("whisper", "barge"), movedTo());
    assertEquals(1, of(Act.OriginateListener.class).size());
  }

  @Test
  void whenWhoBargesInFollowsTheTalkIntoAConference_thenSheIsOneMoreInIt_andBackInTheTwo() {
    joins(ListenMode.BARGE);
    exchange.arrange(ANNA, null, With.EVERYBODY);
    assertEquals(List.of("room"), movedTo());
    exchange.arrange(ANNA, null, With.CUSTOMER);
    assertEquals(List.of("room", "barge"), movedTo());
    exchange.arrange(ANNA, null, With.NOBODY);
    assertEquals(List.of("room", "barge", "barge"), movedTo(), "whom the agent hears is in another bridge now");
    acts.clear();
    listen(ListenMode.LISTEN);
    exchange.arrange(ANNA, null, With.CUSTOMER);
    assertEquals(List.of("listen"), movedTo(), "who only hears follows by herself");
  }

  @Test
  void whenSheDoesNotAnswer_thenItIsTold_andOnceOnly() {
    listen(ListenMode.LISTEN);
    exchange.hear(new Heard.LegRings(SUE, SUES), nowMs);
    exchange.hear(new Heard.LegRefused(SUE, SUES), nowMs);
    exchange.hear(new Heard.LegGone(SUE, SUES, 19, 0, false), nowMs);
    nowMs += 60;
    exchange.wake(new Act.Wake(nowMs, CALL, SUE), nowMs);
    assertEquals(List.of(new ListenerGone(SUE, OfferEnding.UNANSWERED)), events());
  }

  @Test
  void whenThereWasNoChannel_orAsteriskNeverSays_thenItEndsByItself() {
    listen(ListenMode.LISTEN);
    exchange.hear(new Heard.LegRefused(SUE, SUES), nowMs);
    exchange.wake(new Act.Wake(nowMs + 60, CALL, SUE), nowMs + 60);
    assertEquals(List.of(new ListenerGone(SUE, OfferEnding.UNREACHABLE)), events());
    acts.clear();
    listen(ListenMode.LISTEN);
    exchange.wake(new Act.Wake(nowMs + 23_000, CALL, SUE), nowMs + 23_000);
    assertEquals(List.of(new ListenerGone(SUE, OfferEnding.UNREACHABLE)), events());
    assertEquals(List.of(SUES), of(Act.HangUp.class).stream().map(Act.HangUp::channel).toList());
  }

  @Test
  void whenTheCallerHangsUp_thenHerLegEnds_andWhenSheHangsUp_theTalkGoesOn() {
    joins(ListenMode.LISTEN);
    exchange.hear(new Heard.LegGone(SUE, SUES, 16, 0, false), nowMs);
    assertEquals(List.of(new ListenerGone(SUE, null)), events());
    assertEquals(List.of(), of(Act.HangUp.class));
    joins(ListenMode.LISTEN);
    exchange.hear(new Heard.CallerHungUp(CALL, false), nowMs);
    assertTrue(of(Act.HangUp.class).stream().anyMatch(act -> act.channel().equals(SUES)));
  }

  @Test
  void whenTheTalkIsHandedOnToHer_thenHerLegIsTheTalks_andItsEndIsTheTalksEnd() {
    joins(ListenMode.LISTEN);
    exchange.arrange(ANNA, null, With.NOBODY);
    exchange.handOn(ANNA, SUE);
    assertEquals(List.of("again"), movedTo());
    assertTrue(of(Act.SetVariable.class).contains(new Act.SetVariable(SUES, "CC_ROLE", "agent")));
    exchange.hear(new Heard.LegGone(ANNA, ANNAS, 16, 0, false), nowMs);
    acts.clear();
    exchange.hear(new Heard.LegGone(SUE, SUES, 16, 0, false), nowMs);
    assertEquals(List.of(new LineEvent.TalkEnded(SUE, Party.AGENT)), events());
  }

  @Test
  void whenTheLinkComesBack_thenWhoListensIsTold_andHowIsSaidAgain() {
    joins(ListenMode.BARGE);
    Snapshot snapshot = new Snapshot();
    snapshot.add(new Snapshot.Caller(new CallArrived(CALL, "4930", "+49171", "Ann", "main"), CHANNEL, null, true, false));
    snapshot.add(new Snapshot.Leg(ANNA, ANNAS, true));
    snapshot.add(new Snapshot.Listener(SUE, SUES, true));
    exchange.restore(snapshot, nowMs);
    LineEvent.Restored restored = events().stream().filter(e -> e instanceof LineEvent.Restored).map(LineEvent.Restored.class::cast).findFirst().orElseThrow();
    assertEquals(List.of(new LineEvent.LiveListener(SUE, true)), restored.listeners());
    assertEquals(1, restored.offers().size());
    listen(ListenMode.BARGE);
    assertEquals(List.of("barge"), movedTo());
    assertEquals(List.of(), of(Act.OriginateListener.class));
  }

  @Test
  void whenTheAgentMutes_thenHerLegAloneIsSilenced() {
    exchange.mute(ANNA, true);
    exchange.mute(SUE, true);
    assertEquals(List.of(new Act.SetVariable(ANNAS, "MUTEAUDIO(in)", "on")), of(Act.SetVariable.class));
  }
}
