package io.switchboard.core.adapter.postgres;

import static io.switchboard.core.adapter.postgres.Samples.ANN;
import static io.switchboard.core.adapter.postgres.Samples.DEMO;
import static io.switchboard.core.adapter.postgres.Samples.SALES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgPastIT {
  private static final long T = 1_795_341_600_000L;
  private static final long HOUR = 3_600_000;

  @TempDir Path directory;

  private static List<Fact> liveAt(PgPast past, TenantId tenant, long atMs) {
    List<Fact> live = new ArrayList<>();
    past.liveAt(tenant, atMs, live::add);
    return live;
  }

  private static List<Fact> between(PgPast past, TenantId tenant, long fromMs, long untilMs) {
    List<Fact> facts = new ArrayList<>();
    past.between(tenant, fromMs, untilMs, facts::add);
    return facts;
  }

  @Test
  void whatWasLiveAtATime_isWhatWasOpenThenAndTheLastOfEachAgentSkillAndClosureUntilThen() throws Exception {
    TenantId other = new TenantId("other");
    Fact.AgentStateChanged in = Samples.agent(T, "ann", AgentState.SIGNED_OUT, AgentState.NOT_READY);
    Fact.AgentStateChanged ready = Samples.agent(T + 1, "ann", AgentState.NOT_READY, AgentState.READY);
    Fact.AgentSkillsSet skills = new Fact.AgentSkillsSet(T + 2, DEMO, ANN, Map.of("sales", 2), "sam");
    Fact.AgentSkillsSet newer = new Fact.AgentSkillsSet(T + 3, DEMO, ANN, Map.of("sales", 3), "sam");
    Fact.ClosureSwitched all = new Fact.ClosureSwitched(T + 4, DEMO, null, true, "sam");
    Fact.ClosureSwitched queue = new Fact.ClosureSwitched(T + 5, DEMO, SALES, true, "sam");
    Fact.ClosureSwitched notAll = new Fact.ClosureSwitched(T + 6, DEMO, null, false, "sam");
    Fact.ClosureSwitched theirs = new Fact.ClosureSwitched(T + 7, other, null, true, "sam");
    List<Fact> over = Samples.wholeCall(T + 1_000, "over");
    List<Fact> open = Samples.wholeCall(T + HOUR - 20_000, "open");
    List<Fact> later = Samples.wholeCall(T + 2 * HOUR, "later");
    Fact.AgentStateChanged out = Samples.agent(T + 3 * HOUR, "ann", AgentState.READY, AgentState.SIGNED_OUT);

    List<Fact> facts = new ArrayList<>(List.of(in, ready, skills, newer, all, queue, notAll, theirs));
    facts.addAll(over);
    facts.addAll(open);
    facts.addAll(later);
    facts.add(out);
    try (PostgresServer server = PostgresServer.temporary()) {
      PgSettings settings = TestDatabase.make(server);
      try (Database database = Database.open(settings)) {
        PgPast past = new PgPast(database);
        assertEquals(List.of(), liveAt(past, DEMO, T));
        assertEquals(List.of(), between(past, DEMO, T, T + HOUR));
        try (PgJournal journal = PgJournal.open(database, JournalSettings.of("test", directory.resolve("spill")), fed -> {}, fatal -> {})) {
          facts.forEach(fact -> journal.append(List.of(fact), false, () -> {}));
        }
        List<Fact> expected = new ArrayList<>(List.of(ready, newer, queue, notAll));
        expected.addAll(open.stream().filter(fact -> fact.atMs() < T + HOUR).toList());
        assertEquals(expected, liveAt(past, DEMO, T + HOUR));
        assertEquals(List.of(theirs), liveAt(past, other, T + HOUR));

        List<Fact> happened = new ArrayList<>(open.stream().filter(fact -> fact.atMs() >= T + HOUR).toList());
        happened.addAll(later);
        assertEquals(happened, between(past, DEMO, T + HOUR, T + 3 * HOUR), "until a time, that time left out");
        assertEquals(List.of(), between(past, other, T + HOUR, T + 4 * HOUR));
      }
    }
  }
}
