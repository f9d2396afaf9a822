package io.switchboard.ivr.prompt.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values aloud. Safe from any thread. */
public final class Readings {
  /** More digits before the point are beyond what a {@link io.switchboard.ivr.value.Value.Decimal} holds exactly, and beyond ears. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

  private static final Pattern DATE_AND_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}).*");
  private static final Pattern TIME = Pattern.compile("(\\d{2}:\\d{2})(:\\d{2}(\\.\\d+)?)?");
  private static final BigDecimal LONGEST_S = BigDecimal.valueOf(100L * 365 * 86_400);

  private Readings() {}

  /**
   * Says a value as a person would.
   *
   * @param language {@code en}, {@code zh}, or either with a region; others have no readings but {@link Reading#TEXT} and {@link
   *     Reading#DIGITS}
   * @param value as {@link io.switchboard.ivr.value.Value#text} writes it
   * @param currency ISO 4217 code for {@link Reading#MONEY}, else not looked at
   */
  public static Spoken read(String language, Reading reading, String value, String currency) {
    String text = value.strip();
    return switch (reading) {
      case TEXT -> text.isEmpty() ? new Spoken.Unreadable("it is empty") : new Spoken.Phrase(text);
      case DIGITS -> digits(language, text);
      default -> tongue(language)
          .map(tongue -> read(tongue, reading, text, currency))
          .orElseGet(() -> new Spoken.Unreadable("there are no readings in language '" + language + "'"));
    };
  }

  private static Spoken read(Tongue tongue, Reading reading, String text, String currency) {
    return switch (reading) {
      case TEXT, DIGITS -> throw new IllegalArgumentException(reading + " is the same in every language");
      case NUMBER -> phrase(number(text), "no number", tongue::number);
      case COUNT -> phrase(number(text), "no number", tongue::count);
      case ORDINAL -> phrase(whole(text), "no whole number from 1", tongue::ordinal);
      case MONEY -> money(tongue, text, currency.strip().toUpperCase(Locale.ROOT));
      case DATE -> phrase(date(text), "no day such as 2026-11-23", tongue::date);
      case DAY -> phrase(date(text), "no day such as 2026-11-23", tongue::day);
      case TIME -> phrase(time(text), "no time such as 14:30", tongue::time);
      case DATE_TIME -> phrase(dateTime(text), "no day and time such as 2026-11-23T14:30", tongue::dateTime);
      case DURATION -> phrase(seconds(text), "no count of seconds from 0 to 100 years", tongue::duration);
    };
  }

  private static <T> Spoken phrase(Optional<T> value, String otherwise, Function<T, String> words) {
    return value.<Spoken>map(each -> new Spoken.Phrase(words.apply(each))).orElseGet(() -> new Spoken.Unreadable("it is " + otherwise));
  }

  private static Optional<Tongue> tongue(String language) {
    return switch (Locale.forLanguageTag(language).getLanguage()) {
      case "en" -> Optional.of(English.TONGUE);
      case "zh" -> Optional.of(Chinese.TONGUE);
      default -> Optional.empty();
    };
  }

  private static Spoken digits(String language, String text) {
    boolean chinese = Locale.forLanguageTag(language).getLanguage().equals("zh");
    List<String> signs = new ArrayList<>();
    for (int sign : text.codePoints().toArray()) {
      int digit = Character.digit(sign, 10);
      if (digit >= 0) {
        signs.add(chinese ? Chinese.digit(digit) : Integer.toString(digit));
      } else if (sign < 128 && Character.isLetter(sign)) {
        signs.add(Character.toString(Character.toUpperCase(sign)));
      } else if (Character.isLetter(sign)) {
        return new Spoken.Unreadable("it has letters other than A to Z");
      }
    }
    return signs.isEmpty() ? new Spoken.Unreadable("it has no digits") : new Spoken.Signs(List.copyOf(signs));
  }

  private static Spoken money(Tongue tongue, String text, String currency) {
    if (!Currencies.known(currency)) {
      return new Spoken.Unreadable(currency.isEmpty() ? "no currency is given" : "its currency is not one of ISO 4217");
    }
    return phrase(number(text), "no amount", amount -> tongue.money(amount, currency));
  }

  /** Without needless zeros. */
  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text).stripTrailingZeros()) : Optional.empty();
  }

  private static Optional<Long> whole(String text) {
    return number(text).filter(number -> number.signum() > 0 && number.scale() <= 0).map(BigDecimal::toBigInteger).map(BigInteger::longValueExact);
  }

  private static Optional<Long> seconds(String text) {
    return number(text).filter(number -> number.signum() >= 0 && number.compareTo(LONGEST_S) <= 0)
        .map(number -> number.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static Optional<LocalDate> date(String text) {
    Matcher both = DATE_AND_TIME.matcher(text);
    return parsed(both.matches() ? both.group(1) : text, LocalDate::parse).filter(date -> date.getYear() >= 1000 && date.getYear() <= 9999);
  }

  private static Optional<LocalTime> time(String text) {
    Matcher alone = TIME.matcher(text);
    if (alone.matches()) {
      return parsed(alone.group(1), LocalTime::parse);
    }
    Matcher both = DATE_AND_TIME.matcher(text);
    return both.matches() ? parsed(both.group(2), LocalTime::parse) : Optional.empty();
  }

  private static Optional<LocalDateTime> dateTime(String text) {
    return DATE_AND_TIME.matcher(text).matches() ? date(text).flatMap(date -> time(text).map(date::atTime)) : Optional.empty();
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
