package io.switchboard.app.demo;

import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** The people who call: most know what they want, some are slow, some give up, one dials wrong. */
final class DemoCallers implements AutoCloseable {
  private static final String MAIN = "030123450";
  private static final String CLOSED = "030123459";
  private static final String WRONG = "030123499";
  /** Where the numbers of the company's customers begin, by their language, and how many of them call for one thing. */
  private static final int ENGLISH = 1_010_000;
  private static final int CHINESE = 1_030_000;
  private static final int IN_A_GROUP = 30;
  private static final int ENDLESS = 1_000_000;
  /** From the answer to the first key, and from key to key. */
  private static final int LISTENS_MS = 3_000;

  private final List<SippCallers> callers = new ArrayList<>();
  private final Path directory;
  private final int sipPort;
  private final DemoVoices voices;

  DemoCallers(Path directory, int sipPort) {
    this.directory = directory;
    this.sipPort = sipPort;
    this.voices = new DemoVoices(directory.resolve("voices"));
  }

  /** A day at the company, without end: four of five of its simulated agents' seconds are busy, so that queues come and go. */
  void aDay() {
    Path order = voices.saying("order", "en", "Hello. I ordered two routers last week, and they have not arrived yet. Can you see where they are?");
    Path price = voices.saying("price", "zh", "您好。我想升级我的套餐，请问现在有什么优惠？");
    Path fault = voices.saying("fault", "en", "Hello. My internet has been down since this morning. The red light is on. What should I do?");
    Path bill = voices.saying("bill", "zh", "您好。我这个月的账单比上个月高，能帮我查一下吗？");
    endless("english-sales", 0.1, customer(ENGLISH, 0), order, Stay.untilHungUp(), "1", "1");
    endless("english-support", 0.07, customer(ENGLISH, 1), fault, Stay.untilHungUp(), "1", "2");
    endless("chinese-sales", 0.04, customer(CHINESE, 0), price, Stay.untilHungUp(), "2", "1");
    endless("chinese-support", 0.03, customer(CHINESE, 1), bill, Stay.untilHungUp(), "2", "2");
    endless("wrong-key-first", 0.01, n -> "0301" + (2_000_000 + n), fault, Stay.untilHungUp(), "1", "9", "2");
    endless("impatient", 0.02, customer(ENGLISH, 2), fault, new Stay.AtMost(new Span(6_000, 20_000)), "1", "2");
    start("after-hours", to(CLOSED, customer(ENGLISH, 3)), new Volume.Times(ENDLESS, 0.01));
    start("wrong-number", to(WRONG, customer(ENGLISH, 4)), new Volume.Times(ENDLESS, 0.01));
  }

  /** Somebody whom the company knows: each group has people of its own, who call again. */
  private static IntFunction<String> customer(int first, int group) {
    return n -> "0170" + (first + group * IN_A_GROUP + n % IN_A_GROUP);
  }

  private void endless(String name, double perSecond, IntFunction<String> who, Path words, Stay stay, String... keys) {
    start(name, to(MAIN, who).pressing(pressed(keys)).saying(words).staying(stay), new Volume.Times(ENDLESS, perSecond));
  }

  /** So many callers, half of them for sales in English, half for support in Chinese. */
  void smoke(int calls, double perSecond) {
    int first = (calls + 1) / 2;
    start("smoke-sales", to(MAIN, customer(ENGLISH, 0)).pressing(pressed("1", "1")), new Volume.Times(first, perSecond / 2));
    if (calls > first) {
      start("smoke-support", to(MAIN, customer(CHINESE, 1)).pressing(pressed("2", "2")), new Volume.Times(calls - first, perSecond / 2));
    }
  }

  private CallerPlan to(String number, IntFunction<String> who) {
    return CallerPlan.to(sipPort, number).who(n -> new Dialling(who.apply(n), number, ""));
  }

  private static Keys[] pressed(String... keys) {
    return Arrays.stream(keys).map(key -> new Keys(LISTENS_MS, key)).toArray(Keys[]::new);
  }

  private void start(String name, CallerPlan plan, Volume volume) {
    callers.add(SippCallers.start(directory, name, plan, volume));
  }

  /** What SIPp found unexpected. */
  String errors() {
    StringBuilder all = new StringBuilder();
    callers.forEach(each -> all.append(each.errors()));
    return all.toString();
  }

  @Override
  public void close() {
    callers.forEach(SippCallers::close);
  }
}
