package io.switchboard.app.configuration;

import io.switchboard.core.time.Hours.Span;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Spans of a day as they are written: {@code "08:00-12:00"}, up to 24:00. */
final class Spans {
  private static final String MIDNIGHT = "24:00";

  private final Document document;
  private final Findings findings;

  Spans(Document document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  /** Empty where it is none, which has been said. */
  Optional<Span> read(KeyPath element) {
    String[] parts = document.at(element).asText().split("-");
    if (parts.length != 2 || parts[0].length() != 5 || parts[1].length() != 5) {
      return Optional.empty(); // the schema has said so
    }
    if (parts[0].compareTo(parts[1]) >= 0) {
      findings.add(document, element, document.shown(element) + " ends before it begins",
          "split it at midnight: " + parts[0] + "-24:00, and 00:00-" + parts[1] + " on the next day");
      return Optional.empty();
    }
    return Optional.of(new Span(LocalTime.parse(parts[0]), parts[1].equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(parts[1])));
  }

  /** Adds it to a day's spans, in order; false, and said, when it overlaps one of them. */
  boolean add(Span span, KeyPath element, String day, List<Span> spans) {
    if (spans.stream().anyMatch(other -> overlap(span, other))) {
      findings.add(document, element, document.shown(element) + " overlaps another span of " + day, "join the two");
      return false;
    }
    spans.add(span);
    spans.sort(Comparator.comparing(Span::from));
    return true;
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
}
