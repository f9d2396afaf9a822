package io.switchboard.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryJournalTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final QueueId SALES = new QueueId(DEMO, "sales");

  private static Fact step(long atMs, String call) {
    return new Fact.StepEntered(atMs, DEMO, new CallId(call), "main", "v", "s");
  }

  private static Fact agent(long atMs, String name, AgentState to) {
    return new Fact.AgentStateChanged(
        atMs, DEMO, new AgentId(DEMO, name), AgentState.SIGNED_OUT, to, "", null, atMs, "");
  }

  private static Fact skills(long atMs, int level) {
    return new Fact.AgentSkillsSet(atMs, DEMO, new AgentId(DEMO, "ann"), Map.of("sales", level), "sue");
  }

  @Test
  void replayLiveGivesWhatPostgresWould_openInteractionsAndTheLastOfEachAgentHisSkillsAndClosure() {
    MemoryJournal journal = new MemoryJournal();
    List<Fact> live = List.of(
        agent(2, "bob", AgentState.READY), new Fact.ClosureSwitched(4, DEMO, null, false, "sue"),
        new Fact.ClosureSwitched(5, DEMO, SALES, true, "sue"), skills(7, 3), step(8, "open"), agent(9, "ann", AgentState.NOT_READY),
        step(12, "open"));
    List<Fact> all = new ArrayList<>(List.of(
        agent(1, "ann", AgentState.READY), new Fact.ClosureSwitched(3, DEMO, null, true, "sue"), skills(6, 2), step(10, "over"),
        new Fact.CallEnded(11, DEMO, new CallId("over"), Ending.FLOW_ENDED), new Fact.InteractionClosed(11, DEMO, new CallId("over"))));
    all.addAll(live);
    all.sort(java.util.Comparator.comparingLong(Fact::atMs));
    journal.append(all, true, () -> {});
    List<Fact> replayed = new ArrayList<>();
    journal.replayLive(replayed::add);
    assertEquals(live, replayed);
  }
}
