package io.switchboard.bench.ivr;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.bench.ivr.CallerInMenus.Pressed;
import io.switchboard.bench.ivr.Menus.Language;
import io.switchboard.bench.rig.Pause;
import io.switchboard.bench.rig.ProcessCpu;
import io.switchboard.servers.Progress;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All callers at once, pressing at one pace. */
final class Round {
  private static final double CALLS_PER_SECOND = 20;
  private static final Duration TO_COME = Duration.ofSeconds(60);
  private static final Duration TO_GO = Duration.ofSeconds(60);
  /** The last keys are pressed and answered. */
  private static final int TO_FINISH_S = 10;
  private static final int TOLD_EACH_S = 10;
  private static final int LINGER_MS = 4_000;
  private static final long SEED = 20_260_101;

  private final Rehearsal rehearsal;
  private final PlatformProcess platform;
  private final Menus menus;
  private final Ear ear;
  private final Pace pace;
  private final int number;

  /** @param number of the round, in the callers' numbers */
  Round(Rehearsal rehearsal, PlatformProcess platform, Menus menus, Ear ear, Pace pace, int number) {
    this.rehearsal = rehearsal;
    this.platform = platform;
    this.menus = menus;
    this.ear = ear;
    this.pace = pace;
    this.number = number;
  }

  /**
   * What was measured.
   *
   * @param fromNs when the time measured began, by {@link System#nanoTime}
   * @param calls on the line at once, all the time
   * @param digits of each call, before and after the time measured too
   * @param cores in use by the server processes on average
   * @param callersCores the same by the callers
   */
  record Result(Pace pace, long fromNs, int calls, List<Digits> digits, Hearsay heard, double cores, double callersCores) {
    int sum(ToIntFunction<Digits> of) {
      return digits.stream().mapToInt(of).sum();
    }
  }

  Result run(int count, int seconds, Progress progress) {
    try (Handsets handsets = Handsets.open(count);
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
        SippCallers sipp = SippCallers.start(rehearsal.home(), "callers-" + number, plan(handsets), new Volume.Times(count, CALLS_PER_SECOND))) {
      List<CallerInMenus> callers = IntStream.range(0, count)
          .mapToObj(n -> new CallerInMenus(menus, pace, handsets.get(n), Language.values()[n % 2], SEED + n)).toList();
      callers.forEach(people::execute);
      try {
        progress.during(pace.name() + ": " + count + " callers come", () -> allAnswered(callers));
        return measured(sipp, callers, seconds, progress);
      } finally {
        people.shutdownNow();
      }
    }
  }

  private CallerPlan plan(Handsets handsets) {
    return CallerPlan.to(rehearsal.sipPort(), IvrBench.NUMBER).who(n -> new Dialling(caller(n), IvrBench.NUMBER, ""))
        .hearingAt(handsets.ports()).staying(Stay.untilHungUp()).lingering(LINGER_MS);
  }

  private String caller(int n) {
    return "+4930%03d%05d".formatted(number, n);
  }

  private static List<CallerInMenus> allAnswered(List<CallerInMenus> callers) {
    if (!Pause.until(TO_COME, () -> callers.stream().allMatch(caller -> caller.handset().answered().isDone()))) {
      throw new ServerException("not all callers hear something within " + TO_COME.toSeconds() + " s");
    }
    return callers;
  }

  private Result measured(SippCallers sipp, List<CallerInMenus> callers, int seconds, Progress progress) {
    List<Long> servers =
        List.of(platform.pid(), rehearsal.asterisk().pid(), rehearsal.postgres().pid(), rehearsal.redis().pid());
    List<Long> ours = List.of(ProcessHandle.current().pid());
    long fromNs = System.nanoTime();
    long serversMs = ProcessCpu.usedMs(servers);
    long allMs = ProcessCpu.usedMs(ours);
    for (int second = 0; second < seconds; second += TOLD_EACH_S) {
      Pause.seconds(Math.min(TOLD_EACH_S, seconds - second));
      progress.note(pace.name() + ": " + callers.stream().mapToInt(caller -> caller.pressed().size()).sum() + " keys after "
          + Math.min(seconds, second + TOLD_EACH_S) + " s");
    }
    long toNs = System.nanoTime();
    serversMs = ProcessCpu.usedMs(servers) - serversMs;
    allMs = ProcessCpu.usedMs(ours) - allMs; // the servers are our children
    callers.forEach(CallerInMenus::stop);
    Pause.seconds(TO_FINISH_S);
    int there = (int) sipp.trace().count(SippCall.Ending.GOING_ON);
    rehearsal.asterisk().console("channel request hangup all");
    if (!sipp.awaitEnd(TO_GO)) {
      throw new ServerException("some callers are still on the line " + TO_GO.toSeconds() + " s after they were hung up");
    }
    double ns = toNs - fromNs;
    Hearsay heard = progress.during(pace.name() + ": listening to what they heard", () -> heard(callers, fromNs, toNs));
    return new Result(pace, fromNs, there, digits(callers), heard, serversMs * 1e6 / ns,
        (allMs - serversMs) * 1e6 / ns);
  }

  private Hearsay heard(List<CallerInMenus> callers, long fromNs, long toNs) {
    Hearsay heard = new Hearsay(ear);
    callers.forEach(caller -> heard.listen(caller.handset().recording(), caller.pressed(), fromNs, toNs));
    return heard;
  }

  private List<Digits> digits(List<CallerInMenus> callers) {
    Map<String, String> answers = Answers.of(rehearsal);
    return IntStream.range(0, callers.size())
        .mapToObj(n -> new Digits(
            callers.get(n).pressed().stream().map(Pressed::key).map(key -> String.valueOf(key.key())).collect(Collectors.joining()),
            answers.getOrDefault(caller(n), "")))
        .toList();
  }
}
