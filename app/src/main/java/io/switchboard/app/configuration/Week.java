package io.switchboard.app.configuration;

import io.switchboard.core.time.Hours.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The section {@code week} of a plan: {@code mon-fri: ["08:00-12:00", "13:00-18:00"]}. */
final class Week {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String MIDNIGHT = "24:00";

  private final Document document;
  private final KeyPath at;
  private final Findings findings;
  private final Map<DayOfWeek, List<Span>> spans = new EnumMap<>(DayOfWeek.class);

  Week(Document document, KeyPath at, Findings findings) {
    this.document = document;
    this.at = at;
    this.findings = findings;
  }

  void check() {
    for (String days : document.names(at)) {
      List<DayOfWeek> meant = days(days);
      if (meant.isEmpty()) {
        findings.add(document, at.then(days), "is no day", "give a day or a range of mon, tue, wed, thu, fri, sat, sun, e.g. mon-fri");
      }
      document.elements(at.then(days)).forEach(span -> add(span, meant));
    }
  }

  /** What {@link #check} understood. */
  Map<DayOfWeek, List<Span>> spans() {
    check();
    spans.values().forEach(day -> day.sort(Comparator.comparing(Span::from)));
    return spans;
  }

  private void add(KeyPath element, List<DayOfWeek> days) {
    String[] parts = document.at(element).asText().split("-");
    if (parts.length != 2 || parts[0].length() != 5 || parts[1].length() != 5) {
      return; // the schema has said so
    }
    if (parts[0].compareTo(parts[1]) >= 0) {
      findings.add(document, element, document.shown(element) + " ends before it begins",
          "split it at midnight: " + parts[0] + "-24:00, and 00:00-" + parts[1] + " on the next day");
      return;
    }
    for (DayOfWeek day : days) {
      List<Span> others = spans.computeIfAbsent(day, d -> new ArrayList<>());
      Span span = new Span(LocalTime.parse(parts[0]), parts[1].equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(parts[1]));
      if (others.stream().anyMatch(other -> overlap(span, other))) {
        findings.add(document, element, document.shown(element) + " overlaps another span of " + DAYS.get(day.ordinal()), "join the two");
        return;
      }
      others.add(span);
    }
  }

  private static boolean overlap(Span one, Span other) {
    return secondsAt(one.from(), 0) < endOf(other) && secondsAt(other.from(), 0) < endOf(one);
  }

  private static int endOf(Span span) {
    return secondsAt(span.to(), 24 * 60 * 60);
  }

  private static int secondsAt(LocalTime time, int atMidnight) {
    return time.equals(LocalTime.MIDNIGHT) ? atMidnight : time.toSecondOfDay();
  }

  private static List<DayOfWeek> days(String text) {
    String[] ends = text.toLowerCase(Locale.ROOT).split("-", -1);
    int first = DAYS.indexOf(ends[0]);
    int last = DAYS.indexOf(ends[ends.length - 1]);
    if (first < 0 || last < first || ends.length > 2) {
      return List.of();
    }
    return List.of(DayOfWeek.values()).subList(first, last + 1);
  }
}
