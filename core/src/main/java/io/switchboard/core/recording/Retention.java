package io.switchboard.core.recording;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.recording.KeptRecordings.Kept;
import io.switchboard.core.time.Clock;
import io.switchboard.core.time.Timers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes recordings that were kept for as long as their queues say: at the start and each hour. The file goes before its fact is written, so that what broke
 * off is done again.
 */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final long EACH_MS = 3_600_000;
  private static final int AT_ONCE = 1_000;

  private final KeptRecordings recordings;
  private final RecordingFiles files;
  private final Journal journal;
  private final Clock clock;
  private final Timers timers;
  private final Executor aside;
  /** Up to where each queue's recordings are removed. */
  private final Map<QueueId, Long> done = new HashMap<>();
  private volatile Map<QueueId, RecordingPlan> plans;

  /** {@code aside}: where files and the store may be waited for. */
  public Retention(
      Map<QueueId, RecordingPlan> plans, KeptRecordings recordings, RecordingFiles files, Journal journal, Clock clock, Timers timers, Executor aside) {
    this.plans = Map.copyOf(plans);
    this.recordings = recordings;
    this.files = files;
    this.journal = journal;
    this.clock = clock;
    this.timers = timers;
    this.aside = aside;
  }

  /** Begins; call it on the thread of the timers. */
  public void open() {
    aside.execute(this::sweep);
    timers.at(clock.nowMs() + EACH_MS, this::open);
  }

  /** What queues say from now on; from any thread. */
  public void publish(Map<QueueId, RecordingPlan> newer) {
    plans = Map.copyOf(newer);
  }

  synchronized void sweep() {
    plans.forEach((queue, plan) -> {
      if (plan.keepMs() > 0) {
        try {
          sweep(queue, clock.nowMs() - plan.keepMs());
        } catch (RuntimeException e) {
          LOG.error("recordings of queue {} that were kept long enough are removed in an hour, not now: {}", queue, e.toString());
        }
      }
    });
  }

  private void sweep(QueueId queue, long beforeMs) {
    long fromMs = done.getOrDefault(queue, 0L);
    List<Kept> some;
    do {
      some = recordings.ended(queue, fromMs, beforeMs, AT_ONCE);
      for (Kept each : some) {
        files.remove(each.file());
        journal.append(List.of(new Fact.TalkRecording.TalkRecordingRemoved(
            clock.nowMs(), each.tenant(), each.call(), each.number(), Fact.TalkRecording.TIME)), false, () -> {});
        fromMs = each.endedMs();
      }
    } while (some.size() == AT_ONCE);
    done.put(queue, Math.max(fromMs, 0));
    if (!some.isEmpty()) {
      LOG.info("{} recordings of queue {} were kept long enough and are removed", some.size(), queue);
    }
  }
}
