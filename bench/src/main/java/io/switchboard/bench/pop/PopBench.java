package io.switchboard.bench.pop;

import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.bench.rig.Pause;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.desktop.adapter.client.DeskSocket;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench pop}. */
@Command(
    name = "pop", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "How soon who calls is on the agent's screen, and whether that is before his phone is dialled.",
      "Real calls through Asterisk to SIPp phones, each agent's desk open in several windows over WebSockets. Some 2 minutes."
    })
public final class PopBench implements Callable<Integer> {
  private static final String NUMBER = "030123451";
  private static final int TALK_MS = 2_000;
  private static final int SETTLE_S = 5;

  @Option(names = "--agents", description = "1 to 500 (${DEFAULT-VALUE})", defaultValue = "200")
  private int agents;

  @Option(names = "--windows", description = "of each agent, 1 to 8 (${DEFAULT-VALUE})", defaultValue = "5")
  private int windows;

  @Option(names = "--rate", description = "calls per second (${DEFAULT-VALUE})", defaultValue = "10")
  private int rate;

  @Option(names = "--seconds", description = "of calls (${DEFAULT-VALUE})", defaultValue = "60")
  private int seconds;

  @Override
  public Integer call() throws Exception {
    if (agents < 1 || agents > 500 || windows < 1 || windows > 8 || rate < 1 || seconds < 1) {
      System.err.println("--agents is 1 to 500, --windows 1 to 8, --rate and --seconds 1 or more");
      return 2;
    }
    Progress progress = Progress.to(System.out);
    int phone = Ports.free();
    Pops pops = new Pops();
    List<DeskSocket> desks = new ArrayList<>();
    try (Rehearsal rehearsal = open(phone, progress);
        PlatformProcess platform = progress.during("Switchboard starts", () -> start(rehearsal));
        SippPhones phones = SippPhones.start(
            rehearsal.home(), "phones", new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(TALK_MS)), phone)) {
      begin(rehearsal.asterisk().location().version());
      progress.during(agents + " agents sign in and open " + agents * windows + " desks", () -> openDesks(rehearsal, platform, pops, desks));
      progress.during(rate + " calls per second for " + seconds + " s", () -> calls(rehearsal));
      end(pops, phones);
    } finally {
      desks.forEach(DeskSocket::close);
    }
    return 0;
  }

  private Rehearsal open(int phone, Progress progress) throws IOException, ConfigurationException {
    Script script = Script.empty().maxCalls(rate * 60).queue("sales", "wrap_up_s: 0", "announce_position_on_entry: false");
    for (int i = 0; i < agents; i++) {
      script.agent(Script.agent(i), Script.at(Script.agent(i), phone), "sales");
    }
    return Rehearsal.open(script, progress);
  }

  private static PlatformProcess start(Rehearsal rehearsal) {
    try {
      return rehearsal.platform();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", e);
    }
  }

  private int openDesks(Rehearsal rehearsal, PlatformProcess platform, Pops pops, List<DeskSocket> desks) {
    try {
      for (int i = 0; i < agents; i++) {
        String name = Script.agent(i);
        HeadlessAgent agent = rehearsal.agent(platform, name);
        agent.signIn();
        agent.ready();
        for (int window = 0; window < windows; window++) {
          int number = window;
          desks.add(agent.desk(frame -> pops.take(name, number, frame)));
        }
      }
      for (DeskSocket desk : desks) {
        desk.await("desk", view -> true, 10_000);
      }
      return desks.size();
    } catch (IOException | ApiRefusal e) {
      throw new ServerException("the desks do not open: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", e);
    }
  }

  private int calls(Rehearsal rehearsal) {
    CallerPlan plan = CallerPlan.to(rehearsal.sipPort(), NUMBER).who(call -> new Dialling("0170%07d".formatted(call), NUMBER, "")).staying(Stay.untilHungUp());
    try (SippCallers callers = SippCallers.start(rehearsal.home(), "callers", plan, new Volume.Times(rate * seconds, rate))) {
      Pause.seconds(seconds + SETTLE_S);
      return callers.trace().calls().size();
    }
  }

  private void begin(String asterisk) {
    print("Asterisk %s, %d processors, Java %s; %d agents with %d windows each: %d socket clients, in this process", asterisk,
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), agents, windows, agents * windows);
    print("""
        frame:       from the moment of the decision, which is known to the millisecond, to the frame with the call at the client, of every window.
        before ring: offers that were at every window before the INVITE was at the phone.
        known:       frames that came with the customer, or with the word that nobody is known.
        browser:     is not measured here yet.""");
  }

  private void end(Pops pops, SippPhones phones) {
    Histogram latency = pops.latency();
    Rings rings = Rings.of(pops.slowest().values(), phones.trace().calls());
    print("%noffers  frames  frame ms: p50     p99     max  before ring  lead ms: least  median  known");
    print("%6d  %6d  %13.1f  %6.1f  %6.1f  %11.4f  %14.1f  %6.1f  %5.3f", rings.offers(), pops.count(), ms(latency, 50), ms(latency, 99), ms(latency, 100),
        rings.share(), rings.leastLeadUs() / 1000.0, rings.medianLeadUs() / 1000.0, pops.known());
    print("%n{\"clients\":%d,\"offers\":%d,\"frames\":%d,\"p99_ms\":null,\"frame_p50_ms\":%.1f,\"frame_p99_ms\":%.1f,\"frame_max_ms\":%.1f,\"before_ring_share\":%.4f,"
            + "\"known_share\":%.4f,\"goal_frame_p99_ms\":20,\"goal_before_ring_share\":0.999}",
        agents * windows, rings.offers(), pops.count(), ms(latency, 50), ms(latency, 99), ms(latency, 100), rings.share(), pops.known());
  }

  private static double ms(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / 1000.0;
  }

  private static void print(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
