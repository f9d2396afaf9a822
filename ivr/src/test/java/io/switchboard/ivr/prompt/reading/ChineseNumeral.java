package io.switchboard.ivr.prompt.reading;

/** Understands a Chinese numeral as a listener does. */
final class ChineseNumeral {
  private ChineseNumeral() {}

  static long value(String words) {
    return value(words.replace('两', '二').replace("零", ""), words.equals("零"));
  }

  private static long value(String words, boolean zero) {
    if (zero || words.isEmpty()) {
      return 0;
    }
    for (String unit : new String[] {"亿", "万", "千", "百", "十"}) {
      int at = words.lastIndexOf(unit);
      if (at >= 0) {
        long before = at == 0 ? 1 : value(words.substring(0, at), false);
        return before * size(unit) + value(words.substring(at + 1), false);
      }
    }
    return "一二三四五六七八九".indexOf(words) + 1;
  }

  private static long size(String unit) {
    return switch (unit) {
      case "亿" -> 100_000_000;
      case "万" -> 10_000;
      case "千" -> 1_000;
      case "百" -> 100;
      default -> 10;
    };
  }
}
