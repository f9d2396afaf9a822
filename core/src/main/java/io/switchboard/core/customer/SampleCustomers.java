package io.switchboard.core.customer;

import java.util.ArrayList;
import java.util.List;

/** Customers to try things with: the same ones under the same places, with English, German and Chinese names, and numbers that differ. */
public final class SampleCustomers {
  private static final String[] ENGLISH_FIRST = words("Oliver Amelia George Isla Arthur Ava Noah Ivy Muhammad Freya Leo Lily Oscar Florence Harry Mia "
      + "Archie Willow Jack Rosie Henry Sophia Charlie Isabella Freddie Grace Theodore Daisy Alfie Elsie William Poppy James Emily");
  private static final String[] ENGLISH_LAST = words("Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans "
      + "Walker White Roberts Green Hall Wood Jackson Clarke Turner Hill Cooper Harris Ward Morris Bailey Kelly Bennett O'Connor Ashworth Hargreaves");
  private static final String[] GERMAN_FIRST = words("Anna Lukas Jörg Sophie Günther Käthe Maximilian Hannah Jürgen Lena Tobias Marie Felix Jana "
      + "Sören Ursula Björn Katharina Matthias Silke Wolfgang Ingrid Dieter Heike Rüdiger Annegret Friedrich Mareike Ansgar Wiebke");
  private static final String[] GERMAN_LAST = words("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer "
      + "Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Großmann Köhler Böttcher Weiß Vogelsang");
  private static final String[] CHINESE_LAST = words("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 欧阳 司马");
  private static final String[] CHINESE_FIRST = words("伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 英 华 玉 兰 建 国 志 文 晓 红 春 梅 海 燕 宇 轩 梓 涵 浩 然 子 墨 一 诺 思 远 嘉 怡");
  private static final String[] TRADE = words("Logistics Trading Textiles Optics Software Bakery Motors Travel Garden Foods Chemie Maschinenbau Elektro");
  private static final String[] CLASSES = {"", "", "", "c", "c", "c", "b", "b", "a", "vip"};

  /** One of them. {@code numbers}: E.164. */
  public record Sample(Details details, List<String> numbers) {}

  private SampleCustomers() {}

  private static String[] words(String words) {
    return words.split(" ");
  }

  /** {@code place}: from 0, below 80 million. */
  public static Sample at(long place) {
    Dice dice = new Dice(place);
    int people = dice.below(10);
    boolean chinese = people < 3;
    String name = chinese
        ? dice.of(CHINESE_LAST) + dice.of(CHINESE_FIRST) + (dice.below(4) == 0 ? "" : dice.of(CHINESE_FIRST))
        : people < 7 ? dice.of(GERMAN_FIRST) + " " + dice.of(GERMAN_LAST) : dice.of(ENGLISH_FIRST) + " " + dice.of(ENGLISH_LAST);
    String company = dice.below(5) > 0 ? "" : chinese ? dice.of(CHINESE_FIRST) + dice.of(CHINESE_FIRST) + "贸易有限公司"
        : (people < 7 ? dice.of(GERMAN_LAST) : dice.of(ENGLISH_LAST)) + " " + dice.of(TRADE) + (people < 7 ? " GmbH" : " Ltd");
    List<String> numbers = new ArrayList<>();
    long spread = place * 48_271_001L % 80_000_000L + 10_000_000L; // no two alike: the factor shares no divisor with the modulus
    numbers.add((chinese ? "+86138" : people < 7 ? "+49151" : "+4478") + spread);
    if (dice.below(4) == 0) {
      numbers.add("+4930" + (20_000_000L + place * 7_919L % 70_000_000L));
    }
    Details plain = Details.named(name);
    return new Sample(
        new Details(name, company, chinese ? "zh" : "en", dice.of(CLASSES), "", plain.preferences(), plain.consent(), dice.below(50) == 0), numbers);
  }

  /** SplitMix64 of a place. */
  private static final class Dice {
    private long state;

    Dice(long place) {
      state = place * 0x9E3779B97F4A7C15L + 0x1234567L;
    }

    int below(int bound) {
      state += 0x9E3779B97F4A7C15L;
      long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
      return (int) Math.floorMod(mixed ^ mixed >>> 31, (long) bound);
    }

    String of(String[] words) {
      return words[below(words.length)];
    }
  }
}
