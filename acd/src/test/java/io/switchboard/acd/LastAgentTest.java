package io.switchboard.acd;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static io.switchboard.acd.Shift.queue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LastAgentTest {
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final Map<String, Integer> NONE = Map.of();
  private static final FloorSettings SETTINGS = FloorSettings.of(
      List.of(queue(SALES).withChoice(new Choice(AgentPolicy.LONGEST_IDLE, Reserve.NONE, 20_000, 14 * DAY_MS, 1))),
      List.of(agent("anna", NONE, 3, SALES), agent("ben", NONE, 3, SALES)));

  private final Shift shift = new Shift(SETTINGS);

  private static void calls(Shift shift, String call, String number) {
    shift.signals.send(new CallSignal.Enqueue(Shift.call(call), SALES, 0, NONE, number, "", "", null));
  }

  /** Anna talks with this number; then both are ready, Ben for longer. */
  private void annaTalksWith(String number) {
    shift.ready("anna");
    calls(shift, "first", number);
    shift.answers("first", 1);
    shift.ready("ben");
    shift.time.advance(60_000);
    shift.talkEnds("first", 1, Party.CALLER);
  }

  @Test
  void whoCallsAgainGetsTheAgentOfTheLastTime_thoughAnotherIsIdleForLonger() {
    annaTalksWith("+491701");
    calls(shift, "again", "+491701");
    calls(shift, "other", "+491702");
    assertEquals(List.of("anna"), shift.rung("again"));
    assertEquals(List.of("ben"), shift.rung("other"));
    assertEquals("last_agent", shift.journal.facts(Fact.OfferMade.class).get(1).why().policy());
    assertTrue(shift.journal.facts(Fact.QueueEntered.class).get(1).lastAgent());
  }

  @Test
  void whoseNumberIsWithheldIsAnybodys() {
    annaTalksWith("");
    calls(shift, "again", "");
    assertEquals(List.of("ben"), shift.rung("again"));
  }

  @Test
  void heWaitsForHerOnlyForAsLongAsTheQueueAllows() {
    annaTalksWith("+491701");
    calls(shift, "busy", "+491701");
    shift.answers("busy", 1);
    calls(shift, "again", "+491701");
    assertEquals(List.of(), shift.rung("again"));
    shift.time.advance(20_000);
    assertEquals(List.of("ben"), shift.rung("again"));
  }

  @Test
  void whatTheFlowPrefersGoesBefore() {
    annaTalksWith("+491701");
    shift.signals.send(new CallSignal.Enqueue(Shift.call("again"), SALES, 0, NONE, "+491701", "", "", id("ben")));
    assertEquals(List.of("ben"), shift.rung("again"));
    assertFalse(shift.last(Fact.QueueEntered.class).lastAgent());
  }

  @Test
  void aTalkOfLongAgoIsForgotten() {
    annaTalksWith("+491701");
    shift.time.advance(14 * DAY_MS + 1);
    calls(shift, "again", "+491701");
    assertEquals(List.of("ben"), shift.rung("again"));
  }

  @Test
  void afterARestartWhatIsReadFromTheJournalIsRemembered_andWhatHappenedSinceGoesBefore() {
    annaTalksWith("+491701");
    shift.ready("ben");
    calls(shift, "second", "+491702");
    Shift after = new Shift(SETTINGS, shift.journal);
    after.restored(List.of(), List.of(), Set.of());
    after.ready("anna", "ben");
    calls(after, "since", "+491703");
    after.answers("since", 1);
    after.talkEnds("since", 1, Party.CALLER);
    List<Fact.Connected> talks = new ArrayList<>();
    shift.journal.replayTalks(0, 10, talks::add);
    talks.add(new Fact.Connected(0, Shift.DEMO, Shift.call("old"), Shift.offer("old", 1), SALES, id("anna"), 0, 0, "+491703"));
    after.stage.remember(talks);
    calls(after, "again", "+491701");
    assertEquals(List.of("anna"), after.rung("again"));
    String first = after.rung("since").getFirst();
    assertEquals(id(first), after.stage.floor().lastAgents().agent(Shift.DEMO, "+491703", 0));
  }
}
