package io.switchboard.app.replay;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change of who is there, as people type it.
 *
 * @param count of agents
 * @param name of a queue or an agent; empty: none
 * @param from null: from the beginning
 * @param to null: to the end
 */
public record Change(int count, String name, @Nullable LocalTime from, @Nullable LocalTime to) {
  private static final String TIMES = "(?:@(?<from>\\d{1,2}:\\d{2})(?:-(?<to>\\d{1,2}:\\d{2}))?)?";
  private static final String NAME = "(?<name>[a-z0-9][a-z0-9_.-]{0,63})";
  private static final Pattern COUNTED = Pattern.compile("(?<count>\\d{1,3})(?:/" + NAME + ")?" + TIMES);
  private static final Pattern NAMED = Pattern.compile(NAME + TIMES);

  /** {@code 1/sales} or {@code 1/sales@09:00-17:00}. */
  public static Change add(String text) {
    Change change = counted("--add", text);
    if (change == null || change.name.isEmpty()) {
      throw wrong("--add", text, "how many and the queue, like 1/sales or 1/sales@09:00-17:00");
    }
    return change;
  }

  /** {@code 2@11:00}, {@code 2/sales@11:00} or {@code 2/sales@11:00-14:00}. */
  public static Change leave(String text) {
    Change change = counted("--leave", text);
    if (change == null || change.from == null) {
      throw wrong("--leave", text, "how many and when, like 2@11:00 or 2/sales@11:00-14:00");
    }
    return change;
  }

  /** {@code anna} or {@code anna@11:00-14:00}. */
  public static Change without(String text) {
    Matcher written = NAMED.matcher(text);
    if (!written.matches()) {
      throw wrong("--without", text, "an agent's name, like anna or anna@11:00-14:00");
    }
    return new Change(1, written.group("name"), time("--without", text, written.group("from")), time("--without", text, written.group("to")));
  }

  private static @Nullable Change counted(String option, String text) {
    Matcher written = COUNTED.matcher(text);
    if (!written.matches() || Integer.parseInt(written.group("count")) == 0) {
      return null;
    }
    String name = written.group("name");
    return new Change(
        Integer.parseInt(written.group("count")), name == null ? "" : name, time(option, text, written.group("from")),
        time(option, text, written.group("to")));
  }

  private static @Nullable LocalTime time(String option, String text, @Nullable String written) {
    if (written == null) {
      return null;
    }
    try {
      return LocalTime.of(Integer.parseInt(written.split(":", 2)[0]), Integer.parseInt(written.split(":", 2)[1]));
    } catch (DateTimeException e) {
      throw wrong(option, text, "with times from 0:00 to 23:59");
    }
  }

  private static IllegalArgumentException wrong(String option, String text, String right) {
    return new IllegalArgumentException(option + " is written " + right + ", not '" + text + "'");
  }

  /** Milliseconds since the epoch. */
  long fromMs(Period period) {
    return from == null ? period.fromMs() : period.nextMs(from, period.fromMs());
  }

  /** Milliseconds since the epoch; without an end, beyond all time, so that who came late in the period is still answered. */
  long untilMs(Period period) {
    return to == null ? Long.MAX_VALUE : period.nextMs(to, fromMs(period) + 1);
  }
}
