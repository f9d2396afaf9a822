package io.switchboard.acd.agent;

import io.switchboard.core.journal.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A break that an agent has on every day, at this time of his company's clock.
 *
 * @param lengthMs 60,000 ms to 24 h
 * @param flexibleMs so much earlier it may begin when a call of his ends, up to 4 h
 */
public record BreakPlan(String reason, LocalTime at, ZoneId zone, long lengthMs, long flexibleMs) {
  public BreakPlan {
    if (lengthMs < 60_000 || lengthMs > 24 * 3_600_000L || flexibleMs < 0 || flexibleMs > 4 * 3_600_000L) {
      throw new IllegalArgumentException("a break lasts from 1 min to 24 h and is flexible by at most 4 h, not " + lengthMs + " and "
          + flexibleMs + " ms");
    }
  }

  /** The first that is due after this instant. A time that a change of the clocks leaves out comes as much later as they jump. */
  public Fact.Break after(long ms) {
    LocalDate day = Instant.ofEpochMilli(ms).atZone(zone).toLocalDate();
    long dueMs = due(day);
    return new Fact.Break(reason, dueMs > ms ? dueMs : due(day.plusDays(1)), lengthMs, flexibleMs);
  }

  private long due(LocalDate day) {
    return day.atTime(at).atZone(zone).toInstant().toEpochMilli();
  }
}
