package io.switchboard.ivr.prompt.reading;

import io.switchboard.ivr.value.Type;
import java.util.Locale;
import java.util.Optional;

/** How a value is read aloud. Files write the names in small letters, with a hyphen between words. */
public enum Reading {
  /** As it stands; the speech engine makes of it what it can. */
  TEXT,
  /**
   * Digit by digit and letter by letter, signs between them left out: telephone numbers, account numbers. In Chinese 1 is 幺, as everybody
   * says it on the telephone, where 一 sounds too much like 七.
   */
  DIGITS,
  /** A number as such, with sign and decimals: "minus three point five", 负三点五. In Chinese 2 is 二. */
  NUMBER,
  /** How many there are of what is named next. As {@link #NUMBER}, but in Chinese 2 is 两: 两分钟. */
  COUNT,
  /** "twenty-third", 第二十三. */
  ORDINAL,
  /** An amount in a currency, in its units and hundredths: "five euros and twenty cents", 五欧元二十欧分. Rounded to hundredths. */
  MONEY,
  /** A day of ISO 8601, with its weekday and year; of a date and time, its day. */
  DATE,
  /** As {@link #DATE} without the year. */
  DAY,
  /** A time of day, {@code 14:30}; seconds are left out. Of a date and time, its time. */
  TIME,
  /** A day and time of ISO 8601, {@code 2026-11-23T14:30}, as the clock on the wall shows it there: an offset behind it changes nothing. */
  DATE_TIME,
  /** Seconds, rounded to whole ones: "two minutes and five seconds", 两分零五秒. */
  DURATION;

  /** As files name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reading that files name so; empty where there is none. */
  public static Optional<Reading> named(String word) {
    for (Reading reading : values()) {
      if (reading.word().equals(word)) {
        return Optional.of(reading);
      }
    }
    return Optional.empty();
  }

  /** Whether it can read values of a type at all. A text can be anything, so that it is known only when it is read. */
  public boolean reads(Type type) {
    return switch (this) {
      case TEXT -> true;
      case NUMBER, COUNT, MONEY, DURATION -> type != Type.FLAG;
      case DIGITS, ORDINAL -> type == Type.TEXT || type == Type.INTEGER;
      case DATE, DAY, TIME, DATE_TIME -> type == Type.TEXT;
    };
  }
}
