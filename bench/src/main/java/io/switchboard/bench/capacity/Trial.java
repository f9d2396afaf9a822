package io.switchboard.bench.capacity;

import io.switchboard.bench.rig.BenchAsterisk;
import io.switchboard.bench.rig.Pause;
import io.switchboard.bench.rig.ProcessCpu;
import io.switchboard.bench.rig.QueueUnderTest;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippCall.Ending;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.SippTrace;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Callers come at one rate for some time; then all who are there are served. It ends as soon as one call has failed. */
final class Trial {
  private static final long LOOK_EACH_MS = 500;
  /** Fewer than these of the calls due were placed: the machine could not even dial. */
  private static final double PACE_KEPT = 0.98;
  /** A loaded Asterisk may read, or answer, a BYE late, so that it comes again: that is no failure of the call, which is over. */
  private static final int LINGER_MS = 4_000;
  static final double WARM_PER_S = 30;
  static final int WARM_S = 30;
  private static final Keys CHOICE = new Keys(1_000, "1");

  private final BenchAsterisk asterisk;
  private final Load load;
  private final Path directory;

  Trial(BenchAsterisk asterisk, Load load, Path directory) {
    this.asterisk = asterisk;
    this.load = load;
    this.directory = directory;
  }

  /** A machine that has just been started is no measure of one that has run all day. */
  Outcome afterWarmUp(QueueUnderTest queue, double perSecond, int seconds) {
    Outcome warm = run(queue, WARM_PER_S, WARM_S);
    return warm.good() ? run(queue, perSecond, seconds) : warm;
  }

  private Outcome run(QueueUnderTest queue, double perSecond, int seconds) {
    int calls = (int) Math.max(1, Math.round(perSecond * seconds));
    CallerPlan plan = CallerPlan.to(asterisk.sip(), queue.number())
        .who(call -> new Dialling("+4930%07d".formatted(call), queue.number(), "")).pressing(CHOICE)
        .lingering(LINGER_MS);
    int lingering = (int) Math.ceil(perSecond * LINGER_MS / 1_000);
    try (SippPhones phones = SippPhones.start(directory, "phones",
            new Behaviour.Answers(Span.ofMs(0), Stay.atMostMs(load.talkMs())), asterisk.phonesPort(), LINGER_MS);
        SippCallers callers = SippCallers.start(directory, "callers", plan, new Volume.Paced(calls, load.callers() + lingering, perSecond))) {
      return new Watch(queue, phones, callers, perSecond, seconds, calls).outcome();
    }
  }

  /** What callers and phones saw so far, looked at twice a second. */
  private final class Watch {
    private final SippPhones phones;
    private final SippCallers callers;
    private final SippTrace heard;
    private final SippTrace rung;
    private final double perSecond;
    private final int seconds;
    private final int due;
    private final List<Long> pids;
    private final long sinceNs = System.nanoTime();
    private final long cpuMs;
    private List<SippCall> placed = List.of();
    private int talked;
    private long waitingMax;
    private double cores;

    Watch(QueueUnderTest queue, SippPhones phones, SippCallers callers, double perSecond, int seconds, int due) {
      this.phones = phones;
      this.callers = callers;
      this.heard = callers.trace();
      this.rung = phones.trace();
      this.perSecond = perSecond;
      this.seconds = seconds;
      this.due = due;
      this.pids = new ArrayList<>(queue.pids());
      pids.add(asterisk.pid());
      this.cpuMs = ProcessCpu.usedMs(pids);
    }

    Outcome outcome() {
      String failure = whileTheyCome();
      if (failure.isEmpty()) {
        failure = untilAllAreServed();
      }
      return new Outcome(perSecond, seconds, placed.size(), Math.min(talked, hungUp()), waitingMax, cores, failure);
    }

    private String whileTheyCome() {
      String failure = "";
      while (failure.isEmpty() && elapsedMs() < seconds * 1000L) {
        Pause.ms(LOOK_EACH_MS);
        failure = look();
      }
      cores = (ProcessCpu.usedMs(pids) - cpuMs) / (double) elapsedMs();
      if (failure.isEmpty() && placed.size() + 1 < PACE_KEPT * due) { // the last one may be due at this very moment
        return "only " + placed.size() + " of " + due + " calls could be placed in time";
      }
      return failure;
    }

    private String untilAllAreServed() {
      long until = System.nanoTime() + load.toServe(present()).toNanos();
      String failure = look();
      while (failure.isEmpty() && (present() > 0 || placed.size() < due)) {
        if (System.nanoTime() > until) {
          return present() + " callers were still on the line when all should have been served";
        }
        Pause.ms(LOOK_EACH_MS);
        failure = look();
      }
      int unanswered = due - talked;
      return failure.isEmpty() && unanswered > 0 ? unanswered + " callers were hung up without an agent" : failure;
    }

    /** What has failed by now; empty: nothing. */
    private String look() {
      placed = heard.calls();
      List<SippCall> atPhones = rung.calls();
      talked = (int) atPhones.stream().filter(call -> call.answeredUs().isPresent() && call.ending() == Ending.HUNG_UP).count();
      long talking = atPhones.stream().filter(call -> call.answeredUs().isPresent() && call.ending() == Ending.GOING_ON).count();
      long waiting = present() - talking;
      waitingMax = Math.max(waitingMax, waiting);
      if (waiting > load.waiting()) {
        return waiting + " callers wait, more than " + load.waiting();
      }
      long refused = placed.stream().filter(call -> call.ending() == Ending.REFUSED || call.ending() == Ending.CANCELLED).count();
      if (refused > 0) {
        return refused + " calls were refused";
      }
      return firstLine("callers", callers.errors()) + firstLine("phones", phones.errors());
    }

    private long present() {
      return placed.stream().filter(call -> call.ending() == Ending.GOING_ON).count();
    }

    private int hungUp() {
      return (int) placed.stream().filter(call -> call.ending() == Ending.WAS_HUNG_UP).count();
    }

    private long elapsedMs() {
      return (System.nanoTime() - sinceNs) / 1_000_000;
    }
  }

  private static String firstLine(String who, String errors) {
    return errors.isEmpty() ? "" : String.format(Locale.ROOT, "SIPp (%s): %s ", who, errors.lines().findFirst().orElse("").replaceAll("\\s+", " "));
  }
}
