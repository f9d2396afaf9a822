package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static io.switchboard.acd.Shift.wrapUp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The line is lost, the platform dies, the settings change: places, talks and turns remain. */
class RestartTest {
  private static final Map<String, Integer> NONE = Map.of();
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(wrapUp(queue(SALES), 15_000), queue(SUPPORT)),
      List.of(agent("anna", NONE, SALES), agent("ben", NONE, SALES), agent("cleo", NONE, SALES)));

  private final Shift before = new Shift(SETTINGS);

  private Shift restarted() {
    Shift after = new Shift(SETTINGS, before.journal);
    after.time.advance(before.time.nowMs() - Shift.START);
    assertEquals(before.snapshot(), after.snapshot());
    return after;
  }

  /** anna talks with c1, ben rings for c2, cleo wraps up after c0, c3 waits. */
  private void aBusyMoment() {
    before.ready("cleo");
    before.enters("c0", SALES);
    before.answers("c0", 1);
    before.ready("anna");
    before.enters("c1", SALES);
    before.answers("c1", 1);
    before.ready("ben");
    before.enters("c2", SALES);
    before.rings("c2", 1);
    before.enters("c3", SALES);
    before.talkEnds("c0", 1, Party.CALLER);
    before.time.advance(2_000);
  }

  @Test
  void afterARestartEverybodyIsWhereHeWas() {
    aBusyMoment();
    Shift after = restarted();
    after.restored(List.of("c1", "c2", "c3"),
        List.of(new LineEvent.LiveOffer(offer("c1", 1), true), new LineEvent.LiveOffer(offer("c2", 1), false)), Set.of());
    assertEquals(before.snapshot(), after.snapshot());
    after.answers("c2", 1);
    assertEquals(2_000, after.last(Fact.Connected.class).waitMs());
    after.talkEnds("c1", 1, Party.AGENT);
    assertEquals(AgentState.WRAP_UP, after.state("anna"));
  }

  @Test
  void whatRemainsOfRingingAndWrapUpIsHonoured() {
    aBusyMoment();
    Shift after = restarted();
    after.restored(List.of("c1", "c2", "c3"),
        List.of(new LineEvent.LiveOffer(offer("c1", 1), true), new LineEvent.LiveOffer(offer("c2", 1), false)), Set.of());
    after.time.advance(12_999);
    assertEquals(AgentState.WRAP_UP, after.state("cleo"));
    after.time.advance(1);
    assertEquals(AgentState.RESERVED, after.state("cleo"));
    after.time.advance(7_999);
    assertEquals(AgentState.RINGING, after.state("ben"));
    after.time.advance(1);
    assertEquals(AgentState.NOT_READY, after.state("ben"));
  }

  @Test
  void beforeTheLineHasSpokenNobodyIsRung() {
    before.ask(new AgentRequest.SignIn(id("anna")));
    before.enters("c1", SALES);
    Shift after = restarted();
    after.ask(new AgentRequest.Ready(id("anna")));
    assertEquals(List.of(), after.rung("c1"));
    after.restored(List.of("c1"), List.of(), Set.of());
    assertEquals(List.of("anna"), after.rung("c1"));
    assertEquals("line_back", after.last(Fact.OfferMade.class).why().trigger());
  }

  @Test
  void whoseCallerIsGoneLeavesUnseen_andTalksEndUnseen() {
    aBusyMoment();
    Shift after = restarted();
    after.restored(List.of(), List.of(), Set.of());
    assertEquals(List.of(), after.snapshot().calls());
    assertEquals(Party.UNSEEN, after.last(Fact.TalkEnded.class).by());
    assertEquals(List.of(QueueExit.UNSEEN, QueueExit.UNSEEN), after.journal.facts(Fact.QueueLeft.class).stream()
        .map(Fact.QueueLeft::exit).toList());
    assertEquals(AgentState.WRAP_UP, after.state("anna"));
    assertEquals(AgentState.READY, after.state("ben"));
  }

  @Test
  void anOfferWhoseLegIsGoneIsLost_theCallAtItsPlaceAndTheAgentAtHisTurn() {
    aBusyMoment();
    Shift after = restarted();
    after.restored(List.of("c1", "c2", "c3"), List.of(new LineEvent.LiveOffer(offer("c1", 1), true)), Set.of());
    assertEquals(OfferEnding.LOST, after.last(Fact.OfferEnded.class).ending());
    assertEquals(List.of("ben"), after.rung("c2"));
    assertEquals(2, after.last(Fact.OfferMade.class).offer().attempt());
    assertEquals(2_000, after.last(Fact.OfferMade.class).why().idleMs());
  }

  @Test
  void whoAnsweredMeanwhileTalks() {
    aBusyMoment();
    Shift after = restarted();
    after.restored(List.of("c1", "c2", "c3"),
        List.of(new LineEvent.LiveOffer(offer("c1", 1), true), new LineEvent.LiveOffer(offer("c2", 1), true)), Set.of());
    assertEquals(AgentState.TALKING, after.state("ben"));
    assertEquals(1, after.journal.facts(Fact.Connected.class).stream().filter(f -> f.call().equals(call("c2"))).count());
  }

  @Test
  void aLegThatNobodyKnowsIsHungUp() {
    before.ready("anna");
    Shift after = restarted();
    after.restored(List.of("c9"), List.of(new LineEvent.LiveOffer(offer("c9", 3), false)), Set.of());
    assertTrue(after.line.commands.contains(new FakeLine.Command.Cancel(offer("c9", 3))));
  }

  @Test
  void aPhoneThatIsUnreachableAfterTheGapIsNotRung() {
    before.ready("anna");
    before.hears(new LineEvent.Lost("cut"));
    before.enters("c1", SALES);
    assertEquals(List.of(), before.rung("c1"));
    before.restored(List.of("c1"), List.of(), Set.of("anna"));
    assertEquals(List.of(), before.rung("c1"));
    before.hears(new LineEvent.PhoneReachable("anna", true));
    assertEquals(List.of("anna"), before.rung("c1"));
  }

  @Test
  void whatWasNotDurableHasNeverHappened() {
    before.ready("anna");
    before.journal.hold();
    before.enters("c1", SALES);
    assertEquals(List.of(), before.rung("c1"));
    Shift after = new Shift(SETTINGS, before.journal);
    assertEquals(List.of(), after.snapshot().calls());
    after.restored(List.of("c1"), List.of(), Set.of());
    assertEquals(AgentState.READY, after.state("anna"));
  }

  @Test
  void otherSettingsKeepPlacesAndTalks() {
    aBusyMoment();
    FloorSettings changed = FloorSettings.of(List.of(queue(SALES), queue(SUPPORT)), List.of(
        agent("ben", NONE, SALES), agent("cleo", NONE, SUPPORT), agent("dora", NONE, SALES)));
    before.stage.configure(changed);
    assertEquals(AgentState.TALKING, before.state("anna"), "he is gone from the settings, his call is not");
    before.talkEnds("c1", 1, Party.CALLER);
    assertEquals(AgentState.SIGNED_OUT, before.state("anna"));
    before.ready("dora");
    assertEquals(List.of("dora"), before.rung("c3"));
    assertEquals(2_000, before.last(Fact.OfferMade.class).why().waitedMs());
  }

  @Test
  void aQueueThatIsRemovedSendsItsCallsOn_alsoAfterARestart() {
    before.ask(new AgentRequest.SignIn(id("anna")));
    before.enters("c1", SALES);
    Shift after = new Shift(FloorSettings.of(List.of(queue(SUPPORT)), List.of(agent("anna", NONE, SUPPORT))), before.journal);
    assertEquals(QueueExit.QUEUE_REMOVED, after.last(Fact.QueueLeft.class).exit());
    assertEquals(AgentState.NOT_READY, after.state("anna"));
  }

  @Test
  void whenOtherSettingsLetAWaitingCallBeTaken_thenItIsAtOnce() {
    before.ask(new AgentRequest.SignIn(id("anna")));
    before.ready("ben");
    before.enters("c1", SALES, 0, Map.of("french", 3));
    assertEquals(List.of(), before.rung("c1"));
    before.stage.configure(FloorSettings.of(SETTINGS.queues(), List.of(agent("anna", NONE, SALES), agent("ben", Map.of("french", 3),
        SALES))));
    assertEquals(List.of("ben"), before.rung("c1"));
    assertEquals("settings_changed", before.last(Fact.OfferMade.class).why().trigger());
  }

  @Test
  void whenNobodyAnswersAQueueAnyMore_thenItsCallsLeave() {
    before.ask(new AgentRequest.SignIn(id("anna")));
    before.enters("c1", SALES);
    before.stage.configure(FloorSettings.of(SETTINGS.queues(), List.of(agent("anna", NONE, SUPPORT), agent("ben", NONE, SALES))));
    assertEquals(QueueExit.NO_AGENTS, before.last(Fact.QueueLeft.class).exit(), "anna answers sales no more and ben is not signed in");
  }
}
