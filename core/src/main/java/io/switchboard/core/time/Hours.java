package io.switchboard.core.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When something is open: spans of each weekday in one time zone, less the days on which it stays closed.
 *
 * @param week days without an entry are closed
 * @param closed holidays
 */
public record Hours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> closed) {

  /** Open from {@code from} to before {@code to}; {@code to} 00:00 is the end of the day. */
  public record Span(LocalTime from, LocalTime to) {
    boolean contains(LocalTime time) {
      return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
  }

  /** Day and night, every day. */
  public static Hours always() {
    List<Span> day = List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    Map<DayOfWeek, List<Span>> week = new java.util.EnumMap<>(DayOfWeek.class);
    for (DayOfWeek each : DayOfWeek.values()) {
      week.put(each, day);
    }
    return new Hours(ZoneId.of("UTC"), week, Set.of());
  }

  public boolean openAt(long atMs) {
    ZonedDateTime local = Instant.ofEpochMilli(atMs).atZone(zone);
    return !closed.contains(local.toLocalDate())
        && week.getOrDefault(local.getDayOfWeek(), List.of()).stream().anyMatch(span -> span.contains(local.toLocalTime()));
  }
}
