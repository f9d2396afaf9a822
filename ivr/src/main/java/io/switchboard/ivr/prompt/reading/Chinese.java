package io.switchboard.ivr.prompt.reading;

import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The common speech of mainland China. */
final class Chinese implements Tongue {
  static final Chinese TONGUE = new Chinese();

  private static final String DIGITS = "零一二三四五六七八九";
  private static final List<String> WEEKDAYS = List.of("一", "二", "三", "四", "五", "六", "日");
  private static final long YI = 100_000_000L;

  private record Money(String unit, String hundredth) {}

  /** Currencies whose hundredths have a name that people say. The yuan has tenths of its own. */
  private static final Map<String, Money> MONEY =
      Map.of("EUR", new Money("欧元", "欧分"), "USD", new Money("美元", "美分"), "GBP", new Money("英镑", "便士"));

  private final Spelling cardinal = new Spelling(ULocale.SIMPLIFIED_CHINESE, "%spellout-cardinal");

  private Chinese() {}

  /** As said on the telephone: 幺 for 1. */
  static String digit(int digit) {
    return digit == 1 ? "幺" : plain(digit);
  }

  private static String plain(int digit) {
    return DIGITS.substring(digit, digit + 1);
  }

  @Override
  public String number(BigDecimal number) {
    BigDecimal size = number.abs();
    String sign = number.signum() < 0 ? "负" : "";
    String whole = whole(size.longValue());
    return sign + (size.scale() <= 0 ? whole : whole + "点" + decimals(size));
  }

  private static String decimals(BigDecimal size) {
    String plain = size.toPlainString();
    return plain.substring(plain.indexOf('.') + 1).chars().mapToObj(digit -> plain(digit - '0')).collect(Collectors.joining());
  }

  /**
   * At the head of a number 千, 万 and 亿 take 两, and 二 stays elsewhere: 两千二百, 两万二千, 一万二千. Before 百 both are right: we say
   * 二百, as CLDR does.
   */
  private String whole(long number) {
    String words = spelled(number);
    return words.matches("二[千万亿].*") ? "两" + words.substring(1) : words;
  }

  /**
   * From 亿 on put together here: CLDR leaves the 零 of 一亿零五百万 out, and says 兆 for 万亿, which is a million to some. Behind a larger
   * unit ten is 一十.
   */
  private String spelled(long number) {
    if (number < YI) {
      return cardinal.words(number).replace('〇', '零');
    }
    long rest = number % YI;
    String behind = rest == 0 ? "" : spelled(rest).replaceFirst("^十", "一十");
    return spelled(number / YI) + "亿" + (rest > 0 && rest < YI / 10 ? "零" : "") + behind;
  }

  @Override
  public String count(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.TWO) == 0 ? number(number).replace('二', '两') : number(number);
  }

  private String count(long number) {
    return count(BigDecimal.valueOf(number));
  }

  @Override
  public String ordinal(long rank) {
    return "第" + spelled(rank);
  }

  @Override
  public String money(BigDecimal amount, String currency) {
    if (!currency.equals("CNY") && !MONEY.containsKey(currency)) {
      return moneyByCode(amount, currency);
    }
    BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
    long hundredths = rounded.abs().movePointRight(2).longValueExact();
    Money names = MONEY.get(currency);
    String said = names == null ? yuan(hundredths) : units(hundredths, names);
    return (rounded.signum() < 0 ? "负" : "") + said;
  }

  /** 十元五角, 十元零五分, 五角, 两角五分. */
  private String yuan(long hundredths) {
    long yuan = hundredths / 100;
    long jiao = hundredths / 10 % 10;
    long fen = hundredths % 10;
    StringBuilder said = new StringBuilder();
    if (yuan > 0 || hundredths == 0) {
      said.append(count(yuan)).append("元");
    }
    if (jiao > 0) {
      said.append(count(jiao)).append("角");
    }
    if (fen > 0) {
      said.append(yuan > 0 && jiao == 0 ? "零" + whole(fen) : count(fen)).append("分");
    }
    return said.toString();
  }

  private String units(long hundredths, Money names) {
    long units = hundredths / 100;
    long rest = hundredths % 100;
    String said = units > 0 || rest == 0 ? count(units) + names.unit() : "";
    return rest == 0 ? said : said + behind(rest, !said.isEmpty()) + names.hundredth();
  }

  /** A count below ten is heard with a zero where a larger unit went before: 两分零五秒. Behind the zero 2 is 二. */
  private String behind(long count, boolean larger) {
    return larger && count < 10 ? "零" + whole(count) : count(count);
  }

  private String moneyByCode(BigDecimal amount, String currency) {
    BigDecimal rounded = amount.setScale(Currencies.digits(currency), RoundingMode.HALF_UP).stripTrailingZeros();
    return count(rounded) + Currencies.name(currency, ULocale.SIMPLIFIED_CHINESE, false);
  }

  @Override
  public String date(LocalDate date) {
    String year = Integer.toString(date.getYear()).chars().mapToObj(digit -> plain(digit - '0')).collect(Collectors.joining());
    return year + "年" + day(date);
  }

  @Override
  public String day(LocalDate date) {
    return whole(date.getMonthValue()) + "月" + whole(date.getDayOfMonth()) + "日，星期" + WEEKDAYS.get(date.getDayOfWeek().getValue() - 1);
  }

  @Override
  public String time(LocalTime time) {
    int hour = time.getHour();
    String hours = partOfDay(hour) + count(hour > 12 ? hour - 12 : hour) + "点";
    int minute = time.getMinute();
    if (minute == 0) {
      return hours;
    }
    return hours + (minute == 30 ? "半" : behind(minute, true) + "分");
  }

  /** As CLDR divides the day in Chinese, but 早上 for its 清晨, which at eight o'clock nobody says. */
  private static String partOfDay(int hour) {
    if (hour < 5) {
      return "凌晨";
    }
    if (hour < 8) {
      return "早上";
    }
    if (hour < 12) {
      return "上午";
    }
    if (hour == 12) {
      return "中午";
    }
    return hour < 19 ? "下午" : "晚上";
  }

  @Override
  public String dateTime(LocalDateTime at) {
    return date(at.toLocalDate()) + "，" + time(at.toLocalTime());
  }

  /** The last minutes are 分钟, minutes before seconds 分: 十分钟, 十分二十秒. */
  @Override
  public String duration(long seconds) {
    StringBuilder said = new StringBuilder();
    if (seconds >= 86_400) {
      said.append(count(seconds / 86_400)).append("天");
    }
    long hours = seconds / 3_600 % 24;
    if (hours > 0) {
      said.append(count(hours)).append("小时");
    }
    long minutes = seconds / 60 % 60;
    long rest = seconds % 60;
    if (minutes > 0) {
      said.append(behind(minutes, !said.isEmpty())).append(rest == 0 ? "分钟" : "分");
    }
    if (rest > 0 || said.isEmpty()) {
      said.append(behind(rest, !said.isEmpty())).append("秒");
    }
    return said.toString();
  }
}
