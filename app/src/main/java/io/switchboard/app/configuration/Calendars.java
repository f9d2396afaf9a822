package io.switchboard.app.configuration;

import io.switchboard.core.adapter.ical.CalendarFile;
import io.switchboard.core.time.Closures;
import io.switchboard.core.time.Closures.Closure;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files {@code calendars/*.ics}. Events that come again are expanded when they are read, from the beginning of last year to the end of
 * the tenth year from now: each start and each reload looks that far ahead anew.
 */
final class Calendars {
  static final String FOLDER = "calendars";
  static final long MAX_FILE_BYTES = 2 * 1024 * 1024;
  private static final int YEARS_AHEAD = 10;

  private final Map<String, String> texts = new TreeMap<>();
  private final Instant from;
  private final Instant to;

  private Calendars(Year now) {
    from = beginning(now.minusYears(1));
    to = beginning(now.plusYears(YEARS_AHEAD + 1));
  }

  private static Instant beginning(Year year) {
    return LocalDate.of(year.getValue(), 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Reads all there are, also those that nobody names. */
  static Calendars read(Path directory, Findings findings) {
    Calendars calendars = new Calendars(Year.now(ZoneOffset.UTC));
    try (Stream<Path> files = Files.list(directory.resolve(FOLDER))) {
      files.filter(file -> file.toString().endsWith(".ics")).sorted().forEach(file -> calendars.take(file, findings));
    } catch (NoSuchFileException none) {
      return calendars;
    } catch (IOException unreadable) {
      findings.add(new Wrong(FOLDER, 0, "", "cannot be read in " + directory, "make it a directory that this user may read"));
    }
    return calendars;
  }

  private void take(Path file, Findings findings) {
    String name = file.getFileName().toString();
    String shown = FOLDER + "/" + name;
    texts.put(name, ""); // it is there, whatever is wrong with it
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        findings.add(new Wrong(shown, 0, "", "is larger than 2 MB", "remove events that are over"));
        return;
      }
      texts.put(name, Files.readString(file));
      if (CalendarFile.read(texts.get(name), ZoneOffset.UTC, from, to) instanceof CalendarFile.Result.Bad bad) {
        bad.faults().forEach(fault -> findings.add(new Wrong(shown, fault.line(), fault.key(), fault.wrong(), fault.right())));
      }
    } catch (MalformedInputException notText) {
      findings.add(new Wrong(shown, 0, "", "is not UTF-8 text", "save it as UTF-8"));
    } catch (IOException unreadable) {
      findings.add(new Wrong(shown, 0, "", "cannot be read in " + file.getParent(), "let this user read it"));
    }
  }

  Set<String> names() {
    return texts.keySet();
  }

  /**
   * What they close together.
   *
   * @param names of files without a fault
   * @param zone of whole days, and of times that name none
   */
  Closures closures(Collection<String> names, ZoneId zone) {
    List<Closure> all = new ArrayList<>();
    for (String name : names) {
      if (CalendarFile.read(texts.getOrDefault(name, ""), zone, from, to) instanceof CalendarFile.Result.Good good) {
        all.addAll(good.closures());
      } else {
        throw new IllegalStateException("the check let pass " + FOLDER + "/" + name);
      }
    }
    return Closures.of(all);
  }
}
