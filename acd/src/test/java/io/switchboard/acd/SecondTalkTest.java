package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.SUPPORT;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.call;
import static io.switchboard.acd.Shift.offer;
import static io.switchboard.acd.Shift.queue;
import static io.switchboard.acd.Shift.wrapUp;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.CallSignal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller whose flow goes on after a talk and leads him into a queue again, while the agent wraps up. */
class SecondTalkTest {
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(wrapUp(queue(SALES), 20_000), wrapUp(queue(SUPPORT), 5_000)),
      List.of(agent("anna", Map.of(), SALES), agent("ben", Map.of(), SUPPORT)));

  private Shift shift;

  @BeforeEach
  void anAgentHasHungUp() {
    shift = new Shift(SETTINGS);
    shift.ready("anna");
    shift.enters("c1", SALES);
    shift.time.advance(8_000);
    shift.answers("c1", 1);
    shift.time.advance(60_000);
    shift.hears(new LineEvent.TalkEnded(offer("c1", 1), Party.AGENT));
    shift.time.advance(3_000);
  }

  private void entersAgain() {
    shift.signals.send(new CallSignal.Enqueue(call("c1"), SUPPORT, 0, Map.of(), "+4930", "", "", null, true, 0, false));
  }

  @Test
  void heTakesAPlaceOfHisOwn_hisFirstWaitIsOver() {
    shift.ready("ben");
    entersAgain();
    Fact.QueueEntered entered = shift.last(Fact.QueueEntered.class);
    assertEquals(List.of(2, shift.time.nowMs()), List.of(entered.visit(), entered.sinceMs()));
  }

  @Test
  void heTalksWithTheSecondAgentWhileTheFirstWrapsUp_andBothWrapUpsEndOnce() {
    shift.ready("ben");
    entersAgain();
    shift.answers("c1", 2);
    assertEquals(List.of(AgentState.WRAP_UP, AgentState.TALKING), List.of(shift.state("anna"), shift.state("ben")));
    shift.talkEnds("c1", 2, Party.CALLER);
    shift.time.advance(30_000);
    assertEquals(List.of(AgentState.READY, AgentState.READY), List.of(shift.state("anna"), shift.state("ben")));
    assertEquals(
        Set.of(offer("c1", 1), offer("c1", 2)),
        Set.copyOf(shift.journal.facts(Fact.WrapUpEnded.class).stream().map(Fact.WrapUpEnded::offer).toList()));
    assertEquals(2, shift.signals.sent(CallSignal.WrappedUp.class).size());
  }

  @Test
  void afterARestartTheFirstWrapUpAndTheSecondWaitGoOn() {
    shift.ready("ben");
    entersAgain();
    Shift again = new Shift(SETTINGS, shift.journal);
    again.time.advance(shift.time.nowMs() - again.time.nowMs());
    again.restored(List.of("c1"), List.of(new LineEvent.LiveOffer(offer("c1", 2), false)), Set.of());
    again.answers("c1", 2);
    assertEquals(List.of(AgentState.WRAP_UP, AgentState.TALKING), List.of(again.state("anna"), again.state("ben")));
    again.time.advance(30_000);
    assertEquals(AgentState.READY, again.state("anna"));
    assertEquals(List.of(offer("c1", 1)), again.journal.facts(Fact.WrapUpEnded.class).stream().map(Fact.WrapUpEnded::offer).toList());
  }
}
