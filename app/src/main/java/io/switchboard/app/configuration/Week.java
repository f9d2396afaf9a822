package io.switchboard.app.configuration;

import io.switchboard.core.time.Hours.Span;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The section {@code week} of a plan: {@code mon-fri: ["08:00-12:00", "13:00-18:00"]}. */
final class Week {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final Document document;
  private final KeyPath at;
  private final Findings findings;
  private final Spans written;
  private final Map<DayOfWeek, List<Span>> spans = new EnumMap<>(DayOfWeek.class);

  Week(Document document, KeyPath at, Findings findings) {
    this.document = document;
    this.at = at;
    this.findings = findings;
    this.written = new Spans(document, findings);
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
    return spans;
  }

  private void add(KeyPath element, List<DayOfWeek> days) {
    written.read(element).ifPresent(span -> {
      for (DayOfWeek day : days) {
        if (!written.add(span, element, DAYS.get(day.ordinal()), spans.computeIfAbsent(day, d -> new ArrayList<>()))) {
          return;
        }
      }
    });
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
