package io.switchboard.ivr.prompt.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A {@link SpokenText} for the eye: the same places, filled as one writes values and not as one says them. */
public final class Written {
  private static final int MINUTE_S = 60;

  private Written() {}

  /** {@code values}: argument → value as {@link io.switchboard.ivr.value.Value#text} writes it, or "". A value that cannot be read so stands as it is. */
  public static String of(String language, String text, UnaryOperator<String> values) {
    return SpokenText.of(text).parts().stream().map(part -> switch (part) {
      case SpokenText.Fixed fixed -> fixed.text();
      case SpokenText.Place place -> of(language, place.slot(), values);
    }).collect(Collectors.joining());
  }

  private static String of(String language, Slot slot, UnaryOperator<String> values) {
    String value = values.apply(slot.name()).strip();
    Locale locale = Locale.forLanguageTag(language);
    try {
      return switch (slot.reading()) {
        case TEXT, DIGITS, NUMBER, COUNT, ORDINAL, TIME -> value;
        case MONEY -> money(value, slot.currencyFrom().isEmpty() ? slot.currency() : values.apply(slot.currencyFrom()));
        case DATE, DAY -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)
            .format(LocalDate.parse(value.substring(0, Math.min(value.length(), 10))));
        case DATE_TIME -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(dateTime(value)) + " "
            + DateTimeFormatter.ofPattern("HH:mm", locale).format(dateTime(value));
        case DURATION -> duration(new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).longValue());
      };
    } catch (DateTimeException | NumberFormatException asItIs) {
      return value;
    }
  }

  private static LocalDateTime dateTime(String value) {
    return LocalDateTime.parse(value.substring(0, Math.min(value.length(), 16)).replace(' ', 'T'));
  }

  private static String money(String value, String currency) {
    int digits = Currencies.known(currency) ? Currencies.digits(currency) : 2;
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toPlainString() + (currency.isEmpty() ? "" : " " + currency);
  }

  /** Minutes and seconds, e.g. 2:05. */
  private static String duration(long seconds) {
    return seconds / MINUTE_S + ":" + String.format(Locale.ROOT, "%02d", seconds % MINUTE_S);
  }
}
