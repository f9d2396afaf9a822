package io.switchboard.app.configuration;

import io.switchboard.core.time.Hours.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The section {@code special} of a plan: {@code 2026-12-24: "09:00-13:00"}, or a list of spans; an empty list is a closed day. */
final class SpecialDays {
  private final Document document;
  private final KeyPath plan;
  private final Findings findings;
  private final Spans written;
  private final Map<LocalDate, List<Span>> days = new LinkedHashMap<>();

  SpecialDays(Document document, KeyPath plan, Findings findings) {
    this.document = document;
    this.plan = plan;
    this.findings = findings;
    this.written = new Spans(document, findings);
  }

  void check() {
    List<String> closed = Documents.texts(document, plan.then("closed"));
    KeyPath special = plan.then("special");
    for (String date : document.names(special)) {
      KeyPath at = special.then(date);
      try {
        List<Span> spans = days.computeIfAbsent(LocalDate.parse(date), day -> new ArrayList<>());
        List<KeyPath> elements = document.at(at).isArray() ? document.elements(at) : List.of(at);
        elements.forEach(element -> written.read(element).ifPresent(span -> written.add(span, element, date, spans)));
      } catch (DateTimeException none) {
        findings.add(document, at, "is no date", "give one such as 2026-12-24");
      }
      if (closed.contains(date)) {
        findings.add(document, at, "is in the list 'closed' too", "keep one of the two");
      }
    }
  }

  /** What {@link #check} understood. */
  Map<LocalDate, List<Span>> days() {
    check();
    return Collections.unmodifiableMap(days);
  }
}
