package io.switchboard.core.adapter.ical;

import io.switchboard.core.adapter.ical.ContentLines.Property;
import io.switchboard.core.adapter.ical.Moments.Length;
import io.switchboard.core.adapter.ical.Moments.Moment;
import io.switchboard.core.time.Closures.Closure;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;

/**
 * When an event takes place between two instants. Rules are expanded in local time, so that nine o'clock stays nine o'clock when the clocks
 * change.
 */
record Occurrences(Event event, List<Moment> replaced, Instant from, Instant to) {
  /** Each day over the years that are looked at, and then some. */
  static final int MOST = 10_000;

  private static final Pattern UNTIL = Pattern.compile("(?i);?UNTIL=([0-9TZ]+)");
  private static final Pattern TOO_OFTEN = Pattern.compile("(?i).*FREQ=(SECONDLY|MINUTELY|HOURLY).*");

  List<Closure> closures() throws Fault.Found {
    List<Closure> closures = new ArrayList<>();
    if (!event.cancelled()) {
      add(event.start(), event.length(), closures);
      for (Property rule : event.rules()) {
        expanded(rule).forEach(start -> add(start, event.length(), closures));
      }
      event.more().forEach(each -> add(each.start(), each.length(), closures));
    }
    return closures;
  }

  private void add(Moment start, Length length, List<Closure> closures) {
    boolean excepted = event.without().stream().anyMatch(start::meantBy) || replaced.stream().anyMatch(start::meantBy);
    long endMs = length.endMs(start);
    if (!excepted && endMs > from.toEpochMilli() && start.ms() < to.toEpochMilli()) {
      closures.add(new Closure(start.ms(), endMs));
    }
  }

  private List<Moment> expanded(Property rule) throws Fault.Found {
    if (TOO_OFTEN.matcher(rule.value()).matches()) {
      throw new Fault.Found(rule.line(), rule.name(), Fault.shown(rule.value()) + " comes again within a day", "give FREQ=DAILY or less often");
    }
    Moment start = event.start();
    LocalDateTime earliest = LocalDateTime.ofInstant(from.minusMillis(event.length().endMs(start) - start.ms()), start.zone()).minusDays(1);
    LocalDateTime first = earliest.isBefore(start.local()) ? start.local() : earliest;
    List<Moment> all = dates(rule, first, LocalDateTime.ofInstant(to, start.zone())).stream().map(start::at).toList();
    if (all.size() > MOST) {
      throw new Fault.Found(rule.line(), rule.name(), "the event comes again more than " + MOST + " times",
          "give FREQ=DAILY or less often, without BYMINUTE and BYSECOND");
    }
    Matcher until = UNTIL.matcher(rule.value());
    if (!until.find()) {
      return all;
    }
    Moment last = new Moments(start.zone()).moment(
        new Property(rule.name(), java.util.Map.of(), "", rule.line()), until.group(1).toUpperCase(Locale.ROOT));
    return all.stream().filter(each -> last.wholeDay() || each.wholeDay()
        ? !each.local().toLocalDate().isAfter(last.local().toLocalDate()) : each.ms() <= last.ms()).toList();
  }

  private List<LocalDateTime> dates(Property rule, LocalDateTime first, LocalDateTime last) throws Fault.Found {
    try {
      String endless = UNTIL.matcher(rule.value()).replaceAll("").replaceFirst("^;", "");
      Recur<LocalDateTime> recur = new Recur<>(endless);
      return first.isAfter(last) ? List.of() : recur.getDates(event.start().local(), first, last, MOST + 1);
    } catch (RuntimeException broken) { // ical4j says so of what is no rule
      throw new Fault.Found(rule.line(), rule.name(), Fault.shown(rule.value()) + " is no rule of iCalendar",
          "give one such as FREQ=YEARLY or FREQ=YEARLY;BYMONTH=11;BYDAY=4TH");
    }
  }
}
