package io.switchboard.core.adapter.ical;

import io.switchboard.core.adapter.ical.Moments.Moment;
import io.switchboard.core.time.Closures;
import io.switchboard.core.time.Closures.Closure;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An iCalendar file whose events close: VEVENTs of whole days or times, with RRULE, RDATE, EXDATE and single occurrences that were moved. A
 * cancelled event closes nothing. Whether an event shows as busy (TRANSP) does not matter: published holidays do not.
 */
public final class CalendarFile {
  private static final int MOST_EVENTS = 5_000;
  private static final int MOST_CLOSURES = 50_000;

  /** What came of reading. */
  public sealed interface Result {
    record Good(List<Closure> closures) implements Result {}

    /** @param faults at least one */
    record Bad(List<Fault> faults) implements Result {}
  }

  private CalendarFile() {}

  /**
   * @param zone of whole days, and of times that name none
   * @param from the first instant that matters
   * @param to the instant from which on nothing is known any more
   */
  public static Result read(String text, ZoneId zone, Instant from, Instant to) {
    List<Fault> faults = new ArrayList<>();
    List<Event> events = events(text, new Moments(zone), faults);
    List<Closure> closures = new ArrayList<>();
    for (Event event : events) {
      try {
        List<Moment> replaced = event.replaces() != null ? List.of() : events.stream()
            .filter(other -> other.uid().equals(event.uid())).map(Event::replaces).filter(Objects::nonNull).toList();
        closures.addAll(new Occurrences(event, replaced, from, to).closures());
        if (closures.size() > MOST_CLOSURES) {
          throw new Fault.Found(event.line(), "VEVENT", "with this event the file closes more than " + MOST_CLOSURES + " times", "remove events, or give them fewer times");
        }
      } catch (Fault.Found wrong) {
        faults.add(wrong.fault());
      }
      if (closures.size() > MOST_CLOSURES) {
        break;
      }
    }
    return faults.isEmpty() ? new Result.Good(Closures.of(closures).all()) : new Result.Bad(faults);
  }

  private static List<Event> events(String text, Moments moments, List<Fault> faults) {
    List<Event> events = new ArrayList<>();
    try {
      List<ContentLines.Component> components = ContentLines.events(text);
      if (components.size() > MOST_EVENTS) {
        throw new Fault.Found(components.get(MOST_EVENTS).line(), "VEVENT", "is one of more than " + MOST_EVENTS + " events", "remove those that are over");
      }
      for (ContentLines.Component component : components) {
        try {
          events.add(Event.of(component, moments));
        } catch (Fault.Found wrong) {
          faults.add(wrong.fault());
        }
      }
    } catch (Fault.Found wrong) {
      faults.add(wrong.fault());
    }
    return events;
  }
}
