package io.switchboard.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.recording.KeptRecordings.Kept;
import io.switchboard.core.recording.RecordingPlan.Mode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final QueueId SALES = new QueueId(DEMO, "sales");
  private static final QueueId FOREVER = new QueueId(DEMO, "forever");
  private static final long DAY_MS = 86_400_000;

  private final List<Kept> stored = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private long nowMs = 100 * DAY_MS;
  private boolean broken;

  private final class Disk implements RecordingFiles {
    @Override
    public void remove(String file) {
      if (broken) {
        throw new UncheckedIOException(new java.io.IOException("disk"));
      }
      done.add("removed " + file);
    }

    @Override
    public Optional<String> unready() {
      return Optional.empty();
    }

    @Override
    public String written(Name recording) {
      return "";
    }

    @Override
    public OptionalLong length(Name recording) {
      return OptionalLong.empty();
    }

    @Override
    public void keep(Name recording) {}

    @Override
    public void drop(Name recording) {}

    @Override
    public List<Name> left() {
      return List.of();
    }
  }

  private Retention retention() {
    Map<QueueId, RecordingPlan> plans = Map.of(
        SALES, new RecordingPlan(Mode.ALWAYS, true, true, "", 10 * DAY_MS), FOREVER, new RecordingPlan(Mode.ALWAYS, true, true, "", 0));
    KeptRecordings recordings = (queue, fromMs, toMs, most) -> queue.equals(SALES)
        ? stored.stream().filter(each -> each.endedMs() >= fromMs && each.endedMs() < toMs && done.stream().noneMatch(("fact " + each.call())::equals)).toList()
        : fail(queue);
    Journal journal = new Journal() {
      @Override
      public void replayLive(Consumer<Fact> each) {}

      @Override
      public void replayTalks(long sinceMs, int most, Consumer<Fact.Connected> each) {}

      @Override
      public void replayDials(long sinceMs, Consumer<Fact.Dial.DialBegun> each) {}

      @Override
      public void replaySince(long sinceMs, Consumer<Fact> each) {}

      @Override
      public void append(List<Fact> facts, boolean urgent, Runnable durable) {
        facts.forEach(fact -> done.add("fact " + fact.call()));
        durable.run();
      }
    };
    return new Retention(plans, recordings, new Disk(), journal, () -> nowMs, (atMs, due) -> () -> {}, Runnable::run);
  }

  private static List<Kept> fail(QueueId queue) {
    throw new AssertionError(queue + " is kept for good");
  }

  private void ended(String call, long daysAgo) {
    stored.add(new Kept(DEMO, new CallId(call), 1, call + ".wav", nowMs - daysAgo * DAY_MS));
  }

  @Test
  void whatWasKeptLongEnoughIsRemoved_theFileBeforeTheFact() {
    ended("old", 11);
    ended("young", 9);
    Retention retention = retention();
    retention.sweep();
    assertEquals(List.of("removed old.wav", "fact old"), done);
    nowMs += 2 * DAY_MS;
    retention.sweep();
    assertEquals(List.of("removed old.wav", "fact old", "removed young.wav", "fact young"), done);
  }

  @Test
  void whenTheDiskFails_thenItIsDoneLater() {
    ended("old", 11);
    broken = true;
    Retention retention = retention();
    retention.sweep();
    assertEquals(List.of(), done);
    broken = false;
    retention.sweep();
    assertEquals(List.of("removed old.wav", "fact old"), done);
  }
}
