package io.switchboard.bench.pop;

import static io.switchboard.bench.rig.Figures.ms;
import static io.switchboard.bench.rig.Figures.print;

import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.bench.rig.Insisting;
import io.switchboard.bench.rig.OpenDesks;
import io.switchboard.bench.rig.Pause;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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
  /** Of the agent whose page is in a real browser: short calls, one after the other. */
  private static final String PAGE = "page";
  private static final String PAGE_NUMBER = "030123452";
  private static final int PAGE_TALK_MS = 150;
  private static final int PAGE_RATE = 2;
  private static final int WARM_UP_S = 20;
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
    int pagePhone = Ports.free();
    Pops pops = new Pops();
    try (Rehearsal rehearsal = open(phone, pagePhone, progress);
        PlatformProcess platform = progress.during("Switchboard starts", () -> Insisting.on(rehearsal::platform, "Switchboard does not start"));
        SippPhones phones = SippPhones.start(
            rehearsal.home(), "phones", new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(TALK_MS)), phone);
        SippPhones pagePhones = SippPhones.start(
            rehearsal.home(), "page-phone", new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(PAGE_TALK_MS)), pagePhone);
        OpenDesks desks = progress.during(agents + " agents sign in and open " + agents * windows + " desks", () -> OpenDesks.of(
            IntStream.rangeClosed(1, agents).mapToObj(Script::agent).toList(), windows, rehearsal, platform, pops::take));
        DrawnPage page = progress.during("one more has his page in a real browser", () -> openPage(rehearsal, platform))) {
      begin(rehearsal.asterisk().location().version(), desks.sockets());
      progress.during(WARM_UP_S + " s of calls that are not counted: what has never run yet is slow", () -> calls(rehearsal, WARM_UP_S));
      pops.forget();
      page.forget();
      progress.during(rate + " and " + PAGE_RATE + " calls per second for " + seconds + " s", () -> calls(rehearsal, seconds));
      end(pops, phones, page.drawn());
    }
    return 0;
  }

  private Rehearsal open(int phone, int pagePhone, Progress progress) throws IOException, ConfigurationException {
    Script script = Script.empty().maxCalls((rate + PAGE_RATE) * 60).queue("sales", "wrap_up_s: 0", "announce_position_on_entry: false")
        .queue(PAGE, "wrap_up_s: 0", "announce_position_on_entry: false").direct("+49" + PAGE_NUMBER.substring(1), PAGE)
        .agent(PAGE, Script.at(PAGE, pagePhone), PAGE);
    return Rehearsal.open(script.agents(agents, phone, "sales"), progress);
  }

  /** Who calls him is a customer. */
  private DrawnPage openPage(Rehearsal rehearsal, PlatformProcess platform) {
    HeadlessAgent agent = rehearsal.agent(platform, PAGE);
    for (int call = 0; call < PAGE_RATE * Math.max(seconds, WARM_UP_S); call++) {
      Map<String, String> customer = Map.of("name", "Customer " + call, "number", "0171%07d".formatted(call));
      Insisting.on(() -> agent.api().post("/api/customers", customer), "no customer");
    }
    Insisting.on(agent::signIn, "the page does not open");
    Insisting.on(agent::ready, "the page does not open");
    return DrawnPage.open(platform.api(), PAGE);
  }

  private static CallerPlan callers(Rehearsal rehearsal, String number, String prefix) {
    return CallerPlan.to(rehearsal.sipPort(), number).who(call -> new Dialling((prefix + "%07d").formatted(call), number, "")).staying(Stay.untilHungUp());
  }

  private int calls(Rehearsal rehearsal, int seconds) {
    try (SippCallers callers = SippCallers.start(
            rehearsal.home(), "callers", callers(rehearsal, NUMBER, "0170"), new Volume.Times(rate * seconds, rate));
        SippCallers known = SippCallers.start(
            rehearsal.home(), "page-callers", callers(rehearsal, PAGE_NUMBER, "0171"), new Volume.Times(PAGE_RATE * seconds, PAGE_RATE))) {
      Pause.seconds(seconds + SETTLE_S);
      return callers.trace().calls().size() + known.trace().calls().size();
    }
  }

  private void begin(String asterisk, int sockets) {
    print("Asterisk %s, %d processors, Java %s; %d agents with %d windows each: %d socket clients, in this process", asterisk,
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), agents, windows, sockets);
    print("""
        frame:       from the moment of the decision, which is known to the millisecond, to the frame with the call at the client, of every window.
        before ring: offers that were at every window before the INVITE was at the phone.
        known:       frames that came with the customer, or with the word that nobody is known.
        browser:     from the decision to the customer's name in the page of one more agent, in a real Chromium; for each of his calls.""");
  }

  private void end(Pops pops, SippPhones phones, Histogram drawn) {
    Histogram latency = pops.latency();
    Rings rings = Rings.of(pops.slowest().values(), phones.trace().calls());
    print("%noffers  frames  frame ms: p50     p99     max  before ring  lead ms: least  median  known");
    print("%6d  %6d  %13.1f  %6.1f  %6.1f  %11.4f  %14.1f  %6.1f  %5.3f", rings.offers(), pops.count(), ms(latency, 50), ms(latency, 99), ms(latency, 100),
        rings.share(), rings.leastLeadUs() / 1000.0, rings.medianLeadUs() / 1000.0, pops.known());
    print("%nbrowser: %d calls drawn, ms p50 %d, p99 %d, max %d", drawn.getTotalCount(), drawn.getValueAtPercentile(50), drawn.getValueAtPercentile(99),
        drawn.getMaxValue());
    print("%n{\"clients\":%d,\"offers\":%d,\"frames\":%d,\"drawn\":%d,\"p99_ms\":%d,\"frame_p50_ms\":%.1f,\"frame_p99_ms\":%.1f,\"frame_max_ms\":%.1f,\"before_ring_share\":%.4f,"
            + "\"known_share\":%.4f,\"goal_p99_ms\":100,\"goal_frame_p99_ms\":20,\"goal_before_ring_share\":0.999}",
        agents * windows, rings.offers(), pops.count(), drawn.getTotalCount(), drawn.getValueAtPercentile(99), ms(latency, 50), ms(latency, 99),
        ms(latency, 100), rings.share(), pops.known());
  }
}
