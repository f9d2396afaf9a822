package io.switchboard.app;

import io.switchboard.acd.estimate.Observed;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.journal.Journal;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How fast the queues went in the hour before this run, read on the side: calls do not wait for it. */
final class PaceBefore {
  private static final Logger LOG = LoggerFactory.getLogger(PaceBefore.class);

  private PaceBefore() {}

  /** @param seen gets it on a thread of its own; not at all where no queue tells waits, or the journal cannot be read */
  static void read(FloorSettings settings, Journal journal, long nowMs, Consumer<Observed> seen) {
    if (settings.queues().stream().noneMatch(QueueSettings::expectsWaits)) {
      return;
    }
    Thread.ofVirtual().name("pace-before").start(() -> {
      try {
        Observed observed = new Observed();
        journal.replaySince(nowMs - Observed.WINDOW_MS, observed::apply);
        seen.accept(observed);
      } catch (RuntimeException unreadable) {
        LOG.warn("nobody is told a wait until calls of this run show the pace: that of before cannot be read", unreadable);
      }
    });
  }
}
