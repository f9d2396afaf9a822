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
 * When something is open: spans of each weekday in one time zone, less the days on which it stays closed and what calendars close. A special
 * day has spans of its own, and nothing else counts on it.
 *
 * @param week days without an entry are closed
 * @param special by their date; a day without spans is closed
 * @param closed holidays
 * @param closures from calendars
 */
public record Hours(
    ZoneId zone, Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> special, Set<LocalDate> closed, Closures closures) {

  /** Open from {@code from} to before {@code to}; {@code to} 00:00 is the end of the day. */
  public record Span(LocalTime from, LocalTime to) {
    boolean contains(LocalTime time) {
      return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
  }

  /** Without special days and calendars. */
  public Hours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> closed) {
    this(zone, week, Map.of(), closed, Closures.NONE);
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
    List<Span> ofThisDate = special.get(local.toLocalDate());
    if (ofThisDate != null) {
      return within(ofThisDate, local);
    }
    return !closed.contains(local.toLocalDate()) && !closures.closedAt(atMs)
        && within(week.getOrDefault(local.getDayOfWeek(), List.of()), local);
  }

  private static boolean within(List<Span> spans, ZonedDateTime local) {
    return spans.stream().anyMatch(span -> span.contains(local.toLocalTime()));
  }
}
