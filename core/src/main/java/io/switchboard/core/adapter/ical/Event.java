package io.switchboard.core.adapter.ical;

import io.switchboard.core.adapter.ical.ContentLines.Component;
import io.switchboard.core.adapter.ical.ContentLines.Property;
import io.switchboard.core.adapter.ical.Moments.Length;
import io.switchboard.core.adapter.ical.Moments.Moment;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One VEVENT.
 *
 * @param line of its BEGIN
 * @param uid shared by an event and those that replace some of its occurrences
 * @param rules by which it comes again
 * @param more occurrences beside the rule's, each with its own length
 * @param without these
 * @param replaces the occurrence of the event with the same uid that this one stands for; null: it is an event of its own
 */
record Event(
    int line, String uid, boolean cancelled, Moment start, Length length, List<Property> rules, List<Extra> more, List<Moment> without,
    @Nullable Moment replaces) {
  private static final int MOST_EXCEPTIONS = 2_000;

  /** An occurrence that no rule makes. */
  record Extra(Moment start, Length length) {}

  /** Reads it; times that name no zone are in that of {@code moments}. */
  static Event of(Component component, Moments moments) throws Fault.Found {
    Property dtStart = component.first("DTSTART").orElseThrow(() ->
        new Fault.Found(component.line(), "VEVENT", "has no DTSTART", "give its beginning, e.g. DTSTART;VALUE=DATE:20261225"));
    refuse(component, "EXRULE", "is not read", "list the days in EXDATE");
    Moment start = moments.moment(dtStart);
    Length length = length(component, moments, start);
    Optional<Property> replaces = component.first("RECURRENCE-ID");
    if (replaces.isPresent() && !replaces.get().parameter("RANGE").isEmpty()) {
      throw new Fault.Found(replaces.get().line(), "RECURRENCE-ID", "with RANGE is not read", "end the rule with UNTIL and begin a new event");
    }
    return new Event(
        component.line(), component.first("UID").map(Property::value).orElse(""),
        component.first("STATUS").filter(status -> status.value().equalsIgnoreCase("CANCELLED")).isPresent(), start, length,
        component.all("RRULE"), extras(component, moments, length), without(component, moments),
        replaces.isPresent() ? moments.moment(replaces.get()) : null);
  }

  private static void refuse(Component component, String name, String wrong, String right) throws Fault.Found {
    Optional<Property> found = component.first(name);
    if (found.isPresent()) {
      throw new Fault.Found(found.get().line(), name, wrong, right);
    }
  }

  private static Length length(Component component, Moments moments, Moment start) throws Fault.Found {
    Optional<Property> end = component.first("DTEND");
    Optional<Property> duration = component.first("DURATION");
    Length length = end.isPresent() ? until(moments.moment(end.get()), start, end.get())
        : duration.isPresent() ? moments.length(duration.get())
        : new Length(start.wholeDay() ? Period.ofDays(1) : Period.ZERO, Duration.ZERO);
    Property told = end.or(() -> duration).or(() -> component.first("DTSTART")).orElseThrow();
    if (length.nothing()) {
      throw new Fault.Found(told.line(), told.name(), "the event takes no time and closes nothing", "give a later DTEND, or remove the event");
    }
    if (start.wholeDay() && !length.time().isZero()) {
      throw new Fault.Found(told.line(), told.name(), "an event of whole days cannot end within a day", "give whole days, e.g. DURATION:P2D");
    }
    return length;
  }

  private static Length until(Moment end, Moment start, Property property) throws Fault.Found {
    if (end.wholeDay() != start.wholeDay()) {
      throw new Fault.Found(property.line(), property.name(), "is " + (end.wholeDay() ? "a date" : "a time") + " but DTSTART is not", "write both alike");
    }
    if (end.ms() < start.ms()) {
      throw new Fault.Found(property.line(), property.name(), "is before DTSTART", "give the later of the two as DTEND");
    }
    return start.wholeDay()
        ? new Length(Period.ofDays((int) Math.min(100_000, ChronoUnit.DAYS.between(start.local(), end.local()))), Duration.ZERO)
        : new Length(Period.ZERO, Duration.ofMillis(end.ms() - start.ms()));
  }

  private static List<Extra> extras(Component component, Moments moments, Length length) throws Fault.Found {
    List<Extra> extras = new ArrayList<>();
    for (Property property : component.all("RDATE")) {
      for (String value : property.value().split(",")) {
        String[] period = value.strip().split("/", 2);
        Moment start = moments.moment(property, period[0]);
        extras.add(new Extra(start, period.length == 1 ? length
            : period[1].toUpperCase(Locale.ROOT).startsWith("P") ? moments.length(property, period[1])
            : until(moments.moment(property, period[1]), start, property)));
      }
    }
    return extras;
  }

  private static List<Moment> without(Component component, Moments moments) throws Fault.Found {
    List<Moment> without = new ArrayList<>();
    for (Property property : component.all("EXDATE")) {
      for (String value : property.value().split(",")) {
        without.add(moments.moment(property, value.strip()));
        if (without.size() > MOST_EXCEPTIONS) {
          throw new Fault.Found(property.line(), property.name(), "is one of more than " + MOST_EXCEPTIONS + " exceptions", "remove those that are over");
        }
      }
    }
    return without;
  }
}
