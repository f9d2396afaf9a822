package io.switchboard.core.adapter.redis;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts tries while Redis is away, by the same rule. Bounded: the oldest counts go first. */
final class LocalTries {
  private static final int MOST = 20_000;

  private record Count(int tries, long untilMs) {}

  private final Map<String, Count> counts = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
      return size() > MOST;
    }
  };

  /** @return 0, or how many milliseconds until the next try is looked at */
  synchronized long tried(String key, int most, long windowMs, long nowMs) {
    Count old = counts.get(key);
    Count count = old == null || old.untilMs <= nowMs ? new Count(1, nowMs + windowMs) : new Count(old.tries + 1, old.untilMs);
    counts.put(key, count);
    return count.tries > most ? count.untilMs - nowMs : 0;
  }

  synchronized void forget(String key) {
    counts.remove(key);
  }

  synchronized void takeBack(String key) {
    counts.computeIfPresent(key, (same, count) -> count.tries <= 1 ? null : new Count(count.tries - 1, count.untilMs));
  }
}
