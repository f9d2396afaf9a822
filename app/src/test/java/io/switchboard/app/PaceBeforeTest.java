package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.estimate.Observed;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.Comfort;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceBeforeTest {
  private static final long NOW = 1_795_341_600_000L;
  private static final QueueId SALES = QueueId.of("demo", "sales");
  private static final AgentId ANNA = AgentId.of("demo", "anna");

  private final MemoryJournal journal = new MemoryJournal();

  private void call(long endedMs, String id) {
    OfferId offer = new OfferId(new CallId(id), 1);
    long fromMs = endedMs - 60_000;
    journal.append(List.of(
        new Fact.OfferMade(
            fromMs, SALES.tenant(), offer.call(), offer, SALES, ANNA, 20_000, new Fact.Decision("longest_idle", 1, 0, 0, "call_arrived", 0)),
        new Fact.Connected(fromMs + 5_000, SALES.tenant(), offer.call(), offer, SALES, ANNA, 5_000, 5_000),
        new Fact.AgentStateChanged(endedMs, SALES.tenant(), ANNA, AgentState.TALKING, AgentState.READY, "", null, endedMs, "")), false, () -> {});
  }

  private static FloorSettings tellingWaits() {
    return FloorSettings.of(
        List.of(QueueSettings.of(SALES).withWaiting(new Waiting(30_000, true, "default", true, Comfort.NONE))), List.of());
  }

  @Test
  void theHourBeforeIsRead() throws Exception {
    call(NOW - 90 * 60_000, "old");
    call(NOW - 30 * 60_000, "recent");
    call(NOW - 60_000, "last");
    CompletableFuture<Observed> seen = new CompletableFuture<>();
    PaceBefore.read(tellingWaits(), journal, NOW, seen::complete);
    Observed observed = seen.get(10, TimeUnit.SECONDS);
    assertEquals(2, observed.pace(SALES, NOW).completions());
    assertEquals(60_000, observed.pace(SALES, NOW).handlingMs());
    assertEquals(5_000, observed.pace(SALES, NOW).ringMs());
  }
}
