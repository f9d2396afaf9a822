package io.switchboard.core.adapter.ical;

import io.switchboard.core.adapter.ical.ContentLines.Property;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;

/**
 * Dates, times, zones and durations as RFC 5545 writes them.
 *
 * @param floating the zone of times that name none, and of whole days
 */
record Moments(ZoneId floating) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern DURATION =
      Pattern.compile("\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?=\\d)(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,8})S)?)?");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /** @param wholeDay its time of day is midnight and means nothing */
  record Moment(LocalDateTime local, ZoneId zone, boolean wholeDay) {
    long ms() {
      return local.atZone(zone).toInstant().toEpochMilli();
    }

    Moment at(LocalDateTime other) {
      return new Moment(other, zone, wholeDay);
    }

    /** Whether an exception or a replacement written so means this occurrence. */
    boolean meantBy(Moment written) {
      return wholeDay || written.wholeDay ? local.toLocalDate().equals(written.local.toLocalDate()) : ms() == written.ms();
    }
  }

  /** Days are counted on the calendar, the rest on the clock: a day may have 23 hours. */
  record Length(Period days, Duration time) {

    long endMs(Moment start) {
      return start.at(start.local().plus(days)).ms() + time.toMillis();
    }

    boolean nothing() {
      return days.isZero() && time.isZero();
    }
  }

  Moment moment(Property property) throws Fault.Found {
    return moment(property, property.value());
  }

  /** {@code value}: of the property, or one of its list. */
  Moment moment(Property property, String value) throws Fault.Found {
    try {
      if (property.parameter("VALUE").equalsIgnoreCase("DATE") || value.length() == 8) {
        return new Moment(LocalDate.parse(value, DATE).atStartOfDay(), floating, true);
      }
      boolean utc = value.endsWith("Z");
      String[] parts = (utc ? value.substring(0, value.length() - 1) : value).split("T", -1);
      if (parts.length == 2) {
        String time = parts[1].endsWith("60") ? parts[1].substring(0, 4) + "59" : parts[1]; // a leap second
        return new Moment(
            LocalDateTime.of(LocalDate.parse(parts[0], DATE), LocalTime.parse(time, TIME)), utc ? ZoneOffset.UTC : zone(property), false);
      }
    } catch (DateTimeException none) {
      // said below
    }
    throw new Fault.Found(property.line(), property.name(), Fault.shown(value) + " is no date or time of iCalendar",
        "give one such as " + property.name() + ";VALUE=DATE:20261225, or " + property.name() + ";TZID=Europe/Berlin:20261224T140000");
  }

  private ZoneId zone(Property property) throws Fault.Found {
    String written = property.parameter("TZID");
    if (written.isEmpty()) {
      return floating;
    }
    String[] parts = written.split("/");
    String path = parts.length > 2 ? parts[parts.length - 2] + "/" + parts[parts.length - 1] : written; // programs put a prefix before it
    for (String name : new String[] {written, path}) {
      if (ZONES.contains(name)) {
        return ZoneId.of(name);
      }
    }
    if (ZONES.contains(Aliases.ZONES.getOrDefault(written, ""))) {
      return ZoneId.of(Aliases.ZONES.getOrDefault(written, ""));
    }
    throw new Fault.Found(property.line(), property.name(), Fault.shown(written) + " is no time zone that is known here",
        "give one such as Europe/Berlin; rules of a VTIMEZONE are not read");
  }

  Length length(Property property) throws Fault.Found {
    return length(property, property.value());
  }

  Length length(Property property, String value) throws Fault.Found {
    Matcher given = DURATION.matcher(value);
    if (!given.matches() || value.endsWith("P") || value.endsWith("T")) {
      throw new Fault.Found(property.line(), property.name(), Fault.shown(value) + " is no duration of iCalendar", "give one such as PT1H30M or P2D");
    }
    return new Length(
        Period.ofDays(7 * number(given, 1) + number(given, 2)),
        Duration.ofHours(number(given, 3)).plusMinutes(number(given, 4)).plusSeconds(number(given, 5)));
  }

  private static int number(Matcher given, int group) {
    return given.group(group) == null ? 0 : Integer.parseInt(given.group(group));
  }

  /** Names that other programs give zones, e.g. {@code W. Europe Standard Time}, as ical4j knows them. */
  private static final class Aliases {
    static final Map<String, String> ZONES = read();

    private static Map<String, String> read() {
      String resource = "/net/fortuna/ical4j/transform/compliance/msTimezones"; // lines such as W. Europe Standard Time;(UTC+01:00) Berlin=Europe/Vienna
      Map<String, String> zones = new HashMap<>();
      try (InputStream text = Recur.class.getResourceAsStream(resource)) {
        new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.indexOf(';') > 0)
            .forEach(line -> zones.putIfAbsent(line.substring(0, line.indexOf(';')), line.substring(line.lastIndexOf('=') + 1).strip()));
        return zones;
      } catch (IOException broken) {
        throw new UncheckedIOException("ical4j lacks its own " + resource, broken);
      }
    }
  }
}
