package io.switchboard.servers.sipp;

import io.switchboard.servers.Ports;
import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Callers who dial: one SIPp process. */
public final class SippCallers implements AutoCloseable {
  static final int IDENTITIES = 10_000;
  /** Bit of CAP_NET_RAW: SIPp sends the key presses as raw packets. */
  private static final int CAP_NET_RAW = 13;

  private final SippRun run;

  private SippCallers(SippRun run) {
    this.run = run;
  }

  /**
   * Lets them dial. Keys go as RTP events (RFC 4733), or by SIP INFO where we may not send raw packets, or they say words.
   *
   * @param directory where SIPp's files go, under {@code name}
   */
  public static SippCallers start(Path directory, String name, CallerPlan plan, Volume volume) {
    List<String> arguments = new ArrayList<>(List.of(
        plan.host() + ":" + plan.port(), "-p", Integer.toString(Ports.free()),
        "-r", String.format(Locale.ROOT, "%d", Math.round(volume.perSecond() * 1000)), "-rp", "1000000"));
    if (!plan.audio().isEmpty() && !(volume instanceof Volume.Times times && times.calls() <= plan.audio().size())) {
      throw new IllegalArgumentException("each call needs a port of its own to hear at, of which there are " + plan.audio().size());
    }
    int lines = switch (volume) {
      case Volume.Times times -> {
        arguments.addAll(List.of("-m", Integer.toString(times.calls()), "-l", Integer.toString(times.calls())));
        yield Math.min(times.calls(), IDENTITIES);
      }
      case Volume.Paced paced -> {
        arguments.addAll(List.of("-m", Integer.toString(paced.calls()), "-l", Integer.toString(paced.atOnce())));
        yield Math.min(paced.calls(), IDENTITIES);
      }
      case Volume.Population population -> {
        arguments.addAll(List.of("-l", Integer.toString(population.standing())));
        yield IDENTITIES;
      }
    };
    String injected = "SEQUENTIAL\n" + IntStream.range(0, lines).mapToObj(call -> line(plan, call)).collect(Collectors.joining());
    return new SippCallers(SippRun.start(directory, name, scenario(directory, name, plan), injected, arguments));
  }

  private static String line(CallerPlan plan, int call) {
    return plan.who().apply(call).line() + (plan.audio().isEmpty() ? "" : ";" + plan.audio().get(call)) + "\n";
  }

  private static String scenario(Path directory, String name, CallerPlan plan) {
    List<Path> captures = new ArrayList<>();
    if (plan.voice().isEmpty() && maySendRaw()) {
      int pressed = 0;
      for (Keys keys : plan.keys()) {
        captures.add(write(directory.resolve(name + "-keys-" + captures.size() + ".pcap"), KeyTones.capture(keys.digits(), pressed)));
        pressed += keys.digits().length();
      }
    }
    if (plan.speechMs() > 0 && maySendRaw()) {
      captures.add(write(directory.resolve(name + "-speech.pcap"), SpeechTone.capture(plan.speechMs(), plan.silentMs())));
    }
    return Scenario.caller(plan, captures);
  }

  private static Path write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new ServerException("cannot write " + file + ": " + e, e);
    }
  }

  private static boolean maySendRaw() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("CapEff:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16) & (1L << CAP_NET_RAW)) != 0);
    } catch (IOException e) {
      return false;
    }
  }

  public long pid() {
    return run.child().pid();
  }

  /** What these callers went through so far. */
  public SippTrace trace() {
    return run.trace();
  }

  /** What SIPp found unexpected, for people; empty when all went by the scenario. */
  public String errors() {
    return run.errors();
  }

  /** Waits until all calls of {@link Volume.Times} or {@link Volume.Paced} are over; false when they are not in time. */
  public boolean awaitEnd(Duration atMost) {
    return run.child().awaitEnd(atMost);
  }

  /** Places no more calls and waits for the running ones; when the time is over the callers are gone, without hanging up. */
  public void finish(Duration patience) {
    run.finish(patience);
  }

  /** They are gone, without hanging up: Asterisk keeps their calls until it is told or ends itself. */
  @Override
  public void close() {
    run.end();
  }
}
