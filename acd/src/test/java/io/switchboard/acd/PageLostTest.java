package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine.Command;
import io.switchboard.core.line.Line.With;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.PhoneSignal;
import io.switchboard.core.signal.TalkRequest;
import io.switchboard.core.talk.TalkState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that is an agent's phone goes away. */
class PageLostTest {
  private final Shift shift = new Shift(FloorSettings.of(
      List.of(queue(SALES)), List.of(agent("anna", Map.of(), SALES), agent("ben", Map.of(), SALES))));

  @BeforeEach
  void annaTalks() {
    here(false);
    shift.time.advance(2_000);
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.answers("c1", 1);
    shift.line.commands.clear();
  }

  private void here(boolean anew) {
    shift.signals.send(new PhoneSignal.Here(id("anna"), "anna", anew));
  }

  private void gone() {
    shift.signals.send(new PhoneSignal.Gone(id("anna"), "anna"));
  }

  private TalkState talk() {
    return shift.stage.floor().visit(call("c1")).talk();
  }

  @Test
  void whenTheSamePageIsBackSoon_thenTheCallerHeardMusicMeanwhile_andTheyTalkOn() {
    gone();
    assertEquals(TalkState.HELD, talk());
    assertEquals(With.NOBODY, shift.line.commands(Command.Arrange.class).getLast().with());
    shift.time.advance(4_000);
    here(false);
    assertEquals(TalkState.TALKING, talk());
    assertEquals(With.CUSTOMER, shift.line.commands(Command.Arrange.class).getLast().with());
    shift.time.advance(60_000);
    assertEquals(List.of(), shift.line.commands(Command.Drop.class));
    assertEquals(AgentState.TALKING, shift.state("anna"));
  }

  @Test
  void whenSheHadPutTheCallerOnHoldHerself_thenHeStaysThereWhenThePageIsBack() {
    shift.signals.ask(new TalkRequest.Hold(id("anna")));
    gone();
    here(false);
    assertEquals(TalkState.HELD, talk());
    shift.signals.ask(new TalkRequest.Resume(id("anna")));
    gone();
    here(false);
    assertEquals(TalkState.TALKING, talk());
  }

  @Test
  void whenItIsNotBackSoon_thenItsLegIsEnded_andTheCallerIsOfferedBackToItFirst() {
    gone();
    shift.time.advance(5_000);
    assertEquals(List.of(new Command.Drop(offer("c1", 1))), shift.line.commands(Command.Drop.class));
    shift.hears(new LineEvent.TalkEnded(offer("c1", 1), Party.LOST));
    assertEquals(Fact.QueueEntered.RETURNED, shift.last(Fact.QueueEntered.class).why());
    shift.ready("ben");
    assertEquals(List.of(), shift.rung("c1"));
    here(true);
    shift.time.advance(1_500);
    assertEquals(List.of("anna"), shift.rung("c1"));
    assertTrue(shift.line.commands(Command.Ringing.class).getLast().ring().autoAnswer(), "she takes up what she had");
  }

  @Test
  void whenItIsLoadedAnew_thenItsOldLegIsEndedAtOnce() {
    gone();
    here(true);
    assertEquals(List.of(new Command.Drop(offer("c1", 1))), shift.line.commands(Command.Drop.class));
  }

  @Test
  void whenItGoesWhileItRings_thenTheCallLooksForAnotherAtOnce() {
    shift.ready("ben");
    shift.enters("c2", SALES);
    assertEquals(List.of("ben"), shift.rung("c2"));
    shift.signals.send(new PhoneSignal.Gone(id("ben"), "ben"));
    assertEquals(OfferEnding.UNREACHABLE, shift.last(Fact.OfferEnded.class).ending());
    assertEquals(AgentState.READY, shift.state("ben"));
  }
}
