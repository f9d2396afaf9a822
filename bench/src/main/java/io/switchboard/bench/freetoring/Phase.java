package io.switchboard.bench.freetoring;

import io.switchboard.bench.rig.BenchAsterisk;
import io.switchboard.bench.rig.Pause;
import io.switchboard.bench.rig.ProcessCpu;
import io.switchboard.bench.rig.QueueUnderTest;
import io.switchboard.servers.Progress;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
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
import java.util.function.BooleanSupplier;

/** One phase: a queue serves a standing population of callers, and is measured once it has settled. */
final class Phase {
  /** Twice what the agents take, or the population would never fill up. */
  private static final double DIALS_PER_AGENT_AND_TALK = 2;
  private static final double MOST_DIALS_PER_SECOND = 150;
  /** Who has just hung up is replaced a moment later. */
  private static final double NEARLY_ALL = 0.95;
  private static final Duration TO_DRAIN = Duration.ofSeconds(30);
  private static final Duration TO_BE_SILENT = Duration.ofSeconds(15);

  private final BenchAsterisk asterisk;
  private final Scale scale;
  private final Path directory;
  private final Progress progress;

  Phase(BenchAsterisk asterisk, Scale scale, Path directory, Progress progress) {
    this.asterisk = asterisk;
    this.scale = scale;
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * What was measured.
   *
   * @param cpuMs of all server processes
   * @param waiting callers at the end of the window that no agent had answered
   * @param refused callers that were turned away
   * @param left channels that Asterisk still had after all callers were gone and it was told to hang up
   */
  record Result(FreeToRing rings, long cpuMs, long asteriskCpuMs, long waiting, long refused, long left) {
    Result leaving(long channels) {
      return new Result(rings, cpuMs, asteriskCpuMs, waiting, refused, channels);
    }

    double cpuPerCall() {
      return (double) cpuMs / Math.max(1, rings.completed());
    }

    double asteriskCpuPerCall() {
      return (double) asteriskCpuMs / Math.max(1, rings.completed());
    }
  }

  Result run(QueueUnderTest queue) {
    progress.during(queue.name() + " starts", () -> {
      queue.start();
      return queue;
    });
    try (SippPhones phones = SippPhones.start(directory, queue.name() + "-phones",
            new Behaviour.Answers(Span.ofMs(0), Stay.atMostMs(scale.talkMs())), asterisk.phonesPort());
        SippCallers callers = SippCallers.start(directory, queue.name() + "-callers", callers(queue),
            new Volume.Population(scale.callers(), dialsPerSecond()))) {
      Result result = measured(queue, phones, callers);
      return result.leaving(progress.during(queue.name() + ": the last callers are served", () -> drain(callers)));
    } finally {
      queue.stop();
    }
  }

  private double dialsPerSecond() {
    return Math.clamp(DIALS_PER_AGENT_AND_TALK * scale.agents() * 1000 / scale.talkMs(), 10, MOST_DIALS_PER_SECOND);
  }

  private CallerPlan callers(QueueUnderTest queue) {
    return CallerPlan.to(asterisk.sip(), queue.number())
        .who(call -> new Dialling("+4930%07d".formatted(call), queue.number(), ""));
  }

  private Result measured(QueueUnderTest queue, SippPhones phones, SippCallers callers) {
    SippTrace phoneTrace = phones.trace();
    SippTrace callerTrace = callers.trace();
    progress.during(queue.name() + ": " + scale.callers() + " callers come, and " + scale.discardS() + " s that do not count", () -> {
      await(Duration.ofSeconds(60), "the first agent to be free again", () -> phoneTrace.count(Ending.HUNG_UP) > 0);
      await(Duration.ofSeconds(60), scale.callers() + " callers to be there", () -> present(callerTrace) >= NEARLY_ALL * scale.callers());
      Pause.seconds(scale.discardS());
      return queue;
    });
    List<Long> pids = new ArrayList<>(queue.pids());
    pids.add(asterisk.pid());
    long cpu = ProcessCpu.usedMs(pids);
    long asteriskCpu = ProcessCpu.usedMs(List.of(asterisk.pid()));
    long from = nowUs();
    progress.during(queue.name() + ": measured for " + scale.measureS() + " s", () -> {
      Pause.seconds(scale.measureS());
      return queue;
    });
    long to = nowUs();
    cpu = ProcessCpu.usedMs(pids) - cpu;
    asteriskCpu = ProcessCpu.usedMs(List.of(asterisk.pid())) - asteriskCpu;
    long waiting = present(callerTrace) - talking(phoneTrace);
    // The BYEs at the end of the window need their next INVITE: one talk later it has come, or never.
    Pause.seconds(Math.max(3, scale.talkMs() / 1000 + 1));
    return new Result(FreeToRing.of(phoneTrace.calls(), from, to), cpu, asteriskCpu, waiting, callerTrace.count(Ending.REFUSED), 0);
  }

  /** No new callers; who is there is served to the end. Returns the channels that stayed for all that. */
  private long drain(SippCallers callers) {
    callers.finish(TO_DRAIN);
    return asterisk.hangUpAll(TO_BE_SILENT);
  }

  private static long present(SippTrace callers) {
    return callers.count(Ending.GOING_ON);
  }

  private static long talking(SippTrace phones) {
    return phones.calls().stream().filter(call -> call.ending() == Ending.GOING_ON && call.answeredUs().isPresent()).count();
  }

  private static long nowUs() {
    return System.currentTimeMillis() * 1000;
  }

  private static void await(Duration atMost, String what, BooleanSupplier condition) {
    if (!Pause.until(atMost, condition)) {
      throw new ServerException("waited " + atMost.toSeconds() + " s in vain for " + what);
    }
  }
}
