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

/** The people who call: most know what they want, some are slow, some give up, one dials wrong. */
final class DemoCallers implements AutoCloseable {
  private static final String MAIN = "030123450";
  private static final String CLOSED = "030123459";
  private static final String WRONG = "030123499";
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

  /** A day at the company, without end. */
  void aDay() {
    Path order = voices.saying("order", "en", "Hello. I ordered two routers last week, and they have not arrived yet. Can you see where they are?");
    Path price = voices.saying("price", "zh", "您好。我想升级我的套餐，请问现在有什么优惠？");
    Path fault = voices.saying("fault", "en", "Hello. My internet has been down since this morning. The red light is on. What should I do?");
    Path bill = voices.saying("bill", "zh", "您好。我这个月的账单比上个月高，能帮我查一下吗？");
    endless("english-sales", 0.12, order, Stay.untilHungUp(), "1", "1");
    endless("english-support", 0.08, fault, Stay.untilHungUp(), "1", "2");
    endless("chinese-sales", 0.05, price, Stay.untilHungUp(), "2", "1");
    endless("chinese-support", 0.05, bill, Stay.untilHungUp(), "2", "2");
    endless("wrong-key-first", 0.02, fault, Stay.untilHungUp(), "1", "9", "2");
    endless("impatient", 0.03, fault, new Stay.AtMost(new Span(6_000, 20_000)), "1", "2");
    start("after-hours", caller(CLOSED), new Volume.Times(ENDLESS, 0.01));
    start("wrong-number", caller(WRONG), new Volume.Times(ENDLESS, 0.01));
  }

  private void endless(String name, double perSecond, Path words, Stay stay, String... keys) {
    start(name, caller(MAIN).pressing(pressed(keys)).saying(words).staying(stay), new Volume.Times(ENDLESS, perSecond));
  }

  /** So many callers, half of them for sales in English, half for support in Chinese. */
  void smoke(int calls, double perSecond) {
    int first = (calls + 1) / 2;
    start("smoke-sales", caller(MAIN).pressing(pressed("1", "1")), new Volume.Times(first, perSecond / 2));
    if (calls > first) {
      start("smoke-support", caller(MAIN).pressing(pressed("2", "2")), new Volume.Times(calls - first, perSecond / 2));
    }
  }

  private CallerPlan caller(String number) {
    return CallerPlan.to(sipPort, number);
  }

  private static Keys[] pressed(String... keys) {
    return Arrays.stream(keys).map(key -> new Keys(LISTENS_MS, key)).toArray(Keys[]::new);
  }

  private void start(String name, CallerPlan plan, Volume volume) {
    int first = 10_000 * (callers.size() + 1);
    String shown = name.replace('-', ' ');
    callers.add(SippCallers.start(
        directory, name, plan.who(n -> new Dialling("0170" + (1_000_000 + first + n % 10_000), plan.who().apply(n).dialled(), shown)), volume));
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
