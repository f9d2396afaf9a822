package io.switchboard.acd.floor;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who hung up or lost the line while he waited, so that he finds his place when he calls again. Bounded: the oldest is forgotten first. */
public final class Dropped {
  private static final int MOST = 50_000;

  private record Number(QueueId queue, String caller) {}

  private final Map<Number, Fact.QueueLeft> left = new LinkedHashMap<>();

  /** Takes note of who left without a word. */
  void left(Fact.QueueLeft fact) {
    if (!fact.caller().isEmpty() && (fact.exit() == QueueExit.ABANDONED || fact.exit() == QueueExit.UNSEEN)) {
      Number number = new Number(fact.queue(), fact.caller());
      left.remove(number);
      left.put(number, fact);
      if (left.size() > MOST) {
        left.remove(left.keySet().iterator().next());
      }
    }
  }

  /** From when the wait of this number counts in this queue, if he left it not before {@code leftMs}; else null. */
  public @Nullable Long sinceMs(QueueId queue, String caller, long leftMs) {
    Fact.QueueLeft fact = left.get(new Number(queue, caller));
    return fact == null || fact.atMs() < leftMs ? null : Long.valueOf(fact.sinceMs());
  }

  /** He is back: his place is taken up once. */
  void back(QueueId queue, String caller) {
    left.remove(new Number(queue, caller));
  }
}
