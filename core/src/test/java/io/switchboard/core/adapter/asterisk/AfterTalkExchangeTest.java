package io.switchboard.core.adapter.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.LineEvent.TalkEnded;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller who is held again when his agent hangs up. */
class AfterTalkExchangeTest {
  private static final CallId CALL = new CallId("sb1-1.1");
  private static final CallArrived ARRIVED = new CallArrived(CALL, "4930", "+49171", "Ann", "main");
  private static final String CHANNEL = "PJSIP/main-00000001";
  private static final OfferId OFFER = new OfferId(CALL, 1);
  private static final OfferId SECOND = new OfferId(CALL, 2);
  private static final List<Sound> QUESTION = List.of(new Sound("/a"));
  private static final int NORMAL = 16;

  private final List<Act> acts = new ArrayList<>();
  private final Exchange exchange = new Exchange(Set.of("anna"), Set.of(), "L", acts::add);

  @BeforeEach
  void talks() {
    hear(new Heard.Held(ARRIVED, CHANNEL));
    exchange.afterTalk(CALL, true);
    talk(OFFER);
    acts.clear();
  }

  private void talk(OfferId offer) {
    exchange.ring(new Ring(offer, new Phone.Endpoint("anna"), "", "", 10_000), 1_000);
    hear(new Heard.LegTalks(offer, offer + "~1."));
  }

  private void hear(Heard heard) {
    exchange.hear(heard, 1_000);
  }

  private void agentHangsUp(OfferId offer) {
    hear(new Heard.LegGone(offer, offer + "~1.", NORMAL, 200, false));
  }

  private <A extends Act> List<A> of(Class<A> type) {
    return acts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Sounds that are played; the comfort behind each is another command. */
  private List<Act.Agi> sounds() {
    return of(Act.Agi.class).stream().filter(agi -> agi.command().startsWith("STREAM")).toList();
  }

  private List<LineEvent> events() {
    return of(Act.Publish.class).stream().map(Act.Publish::event).toList();
  }

  @Test
  void whatBecomesOfHimStandsOnHisChannel_andIsWrittenOnlyWhenItChanges() {
    exchange.afterTalk(CALL, true);
    assertEquals(List.of(), acts);
    exchange.afterTalk(CALL, false);
    assertEquals(List.of(new Act.SetVariable(CHANNEL, "CC_AFTER", "")), acts);
  }

  @Test
  void whenTheAgentHangsUp_thenWhatIsPlayedWaitsUntilHeIsHeldAgain() {
    agentHangsUp(OFFER);
    assertEquals(List.of(new TalkEnded(OFFER, Party.AGENT)), events());
    exchange.play(CALL, QUESTION, 7, 1_000);
    assertEquals(List.of(), sounds());
    hear(new Heard.Held(ARRIVED, CHANNEL));
    assertEquals(1, sounds().size());
    hear(new Heard.Key(CALL, '4'));
    assertEquals(new LineEvent.KeyPressed(CALL, '4'), events().getLast());
  }

  @Test
  void whenHeIsHeldAgainBeforeHisAgentsEndIsTold_thenTheTalkEndsAllTheSame_andHeTakesCommands() {
    hear(new Heard.Held(ARRIVED, CHANNEL));
    exchange.play(CALL, QUESTION, 7, 1_000);
    assertEquals(List.of(), acts, "he talks, for all that is known");
    agentHangsUp(OFFER);
    exchange.play(CALL, QUESTION, 8, 1_000);
    assertEquals(1, sounds().size());
  }

  @Test
  void whenHeHangsUpInTheFlowAfterTheTalk_thenHeDidIt() {
    agentHangsUp(OFFER);
    hear(new Heard.Held(ARRIVED, CHANNEL));
    hear(new Heard.CallerHungUp(CALL, false));
    assertEquals(new LineEvent.CallerGone(CALL, Party.CALLER), events().getLast());
  }

  @Test
  void whenHeTalksAgain_thenTheSecondTalkEndsByWhoeverEndsIt() {
    agentHangsUp(OFFER);
    hear(new Heard.Held(ARRIVED, CHANNEL));
    exchange.afterTalk(CALL, false);
    talk(SECOND);
    hear(new Heard.CallerHungUp(CALL, false));
    hear(new Heard.LegGone(SECOND, SECOND + "~1.", NORMAL, 200, true));
    assertEquals(new TalkEnded(SECOND, Party.CALLER), events().getLast());
  }

  @Test
  void whenHisCallEndsWithTheTalk_thenNothingIsSentToHim() {
    agentHangsUp(OFFER);
    hear(new Heard.CallerHungUp(CALL, true));
    assertEquals(List.of(new TalkEnded(OFFER, Party.AGENT), new LineEvent.CallerGone(CALL, Party.AGENT)), events());
    assertEquals(List.of(), sounds());
  }

  @Test
  void afterAGapItIsWrittenAgain() {
    Snapshot snapshot = new Snapshot();
    snapshot.add(new Snapshot.Caller(ARRIVED, CHANNEL));
    snapshot.add(new Snapshot.Leg(OFFER, OFFER + "~1.", true));
    exchange.restore(snapshot, 1_000);
    acts.clear();
    exchange.afterTalk(CALL, true);
    assertEquals(List.of(new Act.SetVariable(CHANNEL, "CC_AFTER", "1")), acts);
    agentHangsUp(OFFER);
    exchange.play(CALL, QUESTION, 7, 1_000);
    hear(new Heard.Held(ARRIVED, CHANNEL));
    assertEquals(1, sounds().size());
  }
}
