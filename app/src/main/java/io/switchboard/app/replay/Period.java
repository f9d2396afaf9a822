package io.switchboard.app.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A time gone by, in a tenant's zone.
 *
 * @param until the first moment after it
 */
public record Period(ZonedDateTime from, ZonedDateTime until) {
  private static final Duration LONGEST = Duration.ofDays(31);

  /**
   * @param from a date, a date with a time, {@code yesterday} or {@code today}
   * @param to the same; null: a day after {@code from}
   * @throws IllegalArgumentException with a message for whoever typed it
   */
  public static Period of(String from, @Nullable String to, ZoneId zone, Instant now) {
    ZonedDateTime begins = read("--from", from, zone, now);
    ZonedDateTime ends = to == null ? begins.plusDays(1) : read("--to", to, zone, now);
    if (!begins.isBefore(ends)) {
      throw new IllegalArgumentException("--to is after --from, not " + ends.toLocalDateTime() + " after " + begins.toLocalDateTime());
    }
    if (Duration.between(begins, ends).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a period is at most " + LONGEST.toDays() + " days; give a --to closer to --from");
    }
    if (!begins.toInstant().isBefore(now)) {
      throw new IllegalArgumentException("--from is in the past, not " + begins.toLocalDateTime());
    }
    return new Period(begins, ends);
  }

  private static ZonedDateTime read(String option, String text, ZoneId zone, Instant now) {
    try {
      LocalDate today = now.atZone(zone).toLocalDate();
      return switch (text) {
        case "today" -> today.atStartOfDay(zone);
        case "yesterday" -> today.minusDays(1).atStartOfDay(zone);
        default -> text.contains("T") ? LocalDateTime.parse(text).atZone(zone) : LocalDate.parse(text).atStartOfDay(zone);
      };
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          option + " is a date like 2026-07-01, a time like 2026-07-01T09:00, 'yesterday' or 'today', not '" + text + "'");
    }
  }

  public long fromMs() {
    return from.toInstant().toEpochMilli();
  }

  public long untilMs() {
    return until.toInstant().toEpochMilli();
  }

  /** When a clock in this zone first shows this time, not before {@code earliestMs}; milliseconds since the epoch. */
  long nextMs(LocalTime time, long earliestMs) {
    ZonedDateTime earliest = Instant.ofEpochMilli(earliestMs).atZone(from.getZone());
    ZonedDateTime then = earliest.toLocalDate().atTime(time).atZone(from.getZone());
    return (then.isBefore(earliest) ? earliest.toLocalDate().plusDays(1).atTime(time).atZone(from.getZone()) : then)
        .toInstant().toEpochMilli();
  }
}
