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

  DemoCallers(Path directory, int sipPort) {
    this.directory = directory;
    this.sipPort = sipPort;
  }

  /** A day at the company, without end. */
  void aDay() {
    endless("english-sales", MAIN, 0.12, Stay.untilHungUp(), "1", "1");
    endless("english-support", MAIN, 0.08, Stay.untilHungUp(), "1", "2");
    endless("chinese-sales", MAIN, 0.05, Stay.untilHungUp(), "2", "1");
    endless("chinese-support", MAIN, 0.05, Stay.untilHungUp(), "2", "2");
    endless("wrong-key-first", MAIN, 0.02, Stay.untilHungUp(), "1", "9", "2");
    endless("impatient", MAIN, 0.03, new Stay.AtMost(new Span(6_000, 20_000)), "1", "2");
    endless("after-hours", CLOSED, 0.01, Stay.untilHungUp());
    endless("wrong-number", WRONG, 0.01, Stay.untilHungUp());
  }

  private void endless(String name, String number, double perSecond, Stay stay, String... keys) {
    start(name, number, new Volume.Times(ENDLESS, perSecond), stay, keys);
  }

  /** So many callers, half of them for sales in English, half for support in Chinese. */
  void smoke(int calls, double perSecond) {
    int first = (calls + 1) / 2;
    start("smoke-sales", MAIN, new Volume.Times(first, perSecond / 2), Stay.untilHungUp(), "1", "1");
    if (calls > first) {
      start("smoke-support", MAIN, new Volume.Times(calls - first, perSecond / 2), Stay.untilHungUp(), "2", "2");
    }
  }

  private void start(String name, String number, Volume volume, Stay stay, String... keys) {
    Keys[] pressed = new Keys[keys.length];
    for (int i = 0; i < keys.length; i++) {
      pressed[i] = new Keys(LISTENS_MS, keys[i]);
    }
    int first = 10_000 * (callers.size() + 1);
    CallerPlan plan = CallerPlan.to(sipPort, number)
        .who(n -> new Dialling("0170" + (1_000_000 + first + n % 10_000), number, name.replace('-', ' ')))
        .pressing(pressed)
        .staying(stay);
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
