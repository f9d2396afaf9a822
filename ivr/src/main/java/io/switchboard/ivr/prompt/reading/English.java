package io.switchboard.ivr.prompt.reading;

import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** British English. */
final class English implements Tongue {
  static final English TONGUE = new English();

  private record Money(String unit, String units, String hundredth, String hundredths) {}

  /** What people say where CLDR's names are longer ("British pounds", "US dollars" stay apart only in writing), and the hundredths. */
  private static final Map<String, Money> MONEY = Map.of(
      "EUR", new Money("euro", "euros", "cent", "cents"),
      "USD", new Money("dollar", "dollars", "cent", "cents"),
      "GBP", new Money("pound", "pounds", "penny", "pence"),
      "CNY", new Money("yuan", "yuan", "fen", "fen"));

  private final Spelling cardinal = new Spelling(ULocale.UK, "%spellout-cardinal-verbose");
  private final Spelling ordinal = new Spelling(ULocale.UK, "%spellout-ordinal-verbose");

  private English() {}

  @Override
  public String number(BigDecimal number) {
    BigDecimal size = number.abs();
    String sign = number.signum() < 0 ? "minus " : "";
    String whole = cardinal.words(size.longValue());
    return sign + (size.scale() <= 0 ? whole : whole + " point " + decimals(size));
  }

  private String decimals(BigDecimal size) {
    String plain = size.toPlainString();
    return plain.substring(plain.indexOf('.') + 1).chars().mapToObj(digit -> cardinal.words(digit - '0')).collect(Collectors.joining(" "));
  }

  @Override
  public String count(BigDecimal number) {
    return number(number);
  }

  @Override
  public String ordinal(long rank) {
    return ordinal.words(rank);
  }

  @Override
  public String money(BigDecimal amount, String currency) {
    Money names = MONEY.get(currency);
    if (names == null) {
      return moneyByCode(amount, currency);
    }
    BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
    long hundredths = rounded.abs().movePointRight(2).longValueExact();
    List<String> said = new ArrayList<>();
    if (hundredths >= 100 || hundredths == 0) {
      said.add(counted(hundredths / 100, names.unit(), names.units()));
    }
    if (hundredths % 100 > 0) {
      said.add(counted(hundredths % 100, names.hundredth(), names.hundredths()));
    }
    return (rounded.signum() < 0 ? "minus " : "") + listed(said);
  }

  /** "twelve point five zero Swiss francs": CLDR names no hundredths. */
  private String moneyByCode(BigDecimal amount, String currency) {
    BigDecimal rounded = amount.setScale(Currencies.digits(currency), RoundingMode.HALF_UP);
    BigDecimal said = rounded.stripTrailingZeros().scale() <= 0 ? rounded.stripTrailingZeros() : rounded;
    return number(said) + " " + Currencies.name(currency, ULocale.UK, said.compareTo(BigDecimal.ONE) == 0);
  }

  private String counted(long count, String one, String several) {
    return cardinal.words(count) + " " + (count == 1 ? one : several);
  }

  /** "a, b and c". */
  private static String listed(List<String> all) {
    return all.size() == 1 ? all.getFirst() : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
  }

  @Override
  public String date(LocalDate date) {
    return day(date) + ", " + year(date.getYear());
  }

  @Override
  public String day(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK) + ", the " + ordinal.words(date.getDayOfMonth()) + " of "
        + date.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
  }

  /** "two thousand and five", "nineteen oh five", "nineteen hundred", "twenty twenty-six". */
  private String year(int year) {
    int century = year / 100;
    int rest = year % 100;
    if (century % 10 == 0 && rest < 10) {
      return cardinal.words(year);
    }
    String hundreds = cardinal.words(century);
    if (rest == 0) {
      return hundreds + " hundred";
    }
    return hundreds + (rest < 10 ? " oh " : " ") + cardinal.words(rest);
  }

  @Override
  public String time(LocalTime time) {
    int hour = time.getHour();
    int minute = time.getMinute();
    if (minute == 0 && hour % 12 == 0) {
      return hour == 0 ? "midnight" : "noon";
    }
    String hours = cardinal.words(hour % 12 == 0 ? 12 : hour % 12);
    String minutes = minute == 0 ? "o'clock" : minute < 10 ? "oh " + cardinal.words(minute) : cardinal.words(minute);
    return hours + " " + minutes + " " + partOfDay(hour);
  }

  private static String partOfDay(int hour) {
    if (hour == 0 || hour >= 21) {
      return "at night";
    }
    if (hour < 12) {
      return "in the morning";
    }
    return hour < 18 ? "in the afternoon" : "in the evening";
  }

  @Override
  public String dateTime(LocalDateTime at) {
    return date(at.toLocalDate()) + ", at " + time(at.toLocalTime());
  }

  @Override
  public String duration(long seconds) {
    List<String> said = new ArrayList<>();
    unit(seconds / 86_400, "day", said);
    unit(seconds / 3_600 % 24, "hour", said);
    unit(seconds / 60 % 60, "minute", said);
    unit(seconds % 60, "second", said);
    return said.isEmpty() ? "zero seconds" : listed(said);
  }

  private void unit(long count, String name, List<String> said) {
    if (count > 0) {
      said.add(counted(count, name, name + "s"));
    }
  }
}
