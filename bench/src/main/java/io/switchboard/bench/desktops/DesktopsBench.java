package io.switchboard.bench.desktops;

import static io.switchboard.bench.rig.Figures.ms;
import static io.switchboard.bench.rig.Figures.print;

import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.bench.rig.Insisting;
import io.switchboard.bench.rig.MachineClock;
import io.switchboard.bench.rig.OpenDesks;
import io.switchboard.bench.rig.Pause;
import io.switchboard.bench.rig.ProcessCpu;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgPast;
import io.switchboard.core.adapter.postgres.PgSettings;
import io.switchboard.core.id.TenantId;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench desktops}. */
@Command(
    name = "desktops", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "How soon a supervisor's wallboard shows what agents do, and each agent's desk what he does himself, with all of them signed in.",
      "Real sockets, REST and calls through Asterisk to SIPp phones. Some 4 minutes, half of which they come to work."
    })
public final class DesktopsBench implements Callable<Integer> {
  private static final TenantId TENANT = new TenantId("demo");
  private static final String NUMBER = "030123451";
  private static final int TALK_MS = 6_000;
  private static final int WRAP_UP_S = 5;
  private static final int SETTLE_S = 5;

  @Option(names = "--agents", description = "1 to 2000 (${DEFAULT-VALUE})", defaultValue = "1000")
  private int agents;

  @Option(names = "--walls", description = "wallboards that are open, 1 to 8 (${DEFAULT-VALUE})", defaultValue = "4")
  private int walls;

  @Option(names = "--rate", description = "calls per second (${DEFAULT-VALUE})", defaultValue = "8")
  private int rate;

  @Option(names = "--breaks", description = "that begin per second (${DEFAULT-VALUE})", defaultValue = "10")
  private int breaks;

  @Option(names = "--seconds", description = "of calls and breaks (${DEFAULT-VALUE})", defaultValue = "60")
  private int seconds;

  @Override
  public Integer call() throws Exception {
    if (agents < 1 || agents > 2_000 || walls < 1 || walls > 8 || rate < 1 || breaks < 1 || seconds < 1) {
      System.err.println("--agents is 1 to 2000, --walls 1 to 8, --rate, --breaks and --seconds 1 or more");
      return 2;
    }
    Progress progress = Progress.to(System.out);
    int port = Ports.free();
    MachineClock clock = new MachineClock();
    Screen own = new Screen(clock);
    try (Rehearsal rehearsal = open(agents, rate, port, progress);
        PlatformProcess platform = progress.during("Switchboard starts", () -> Insisting.on(rehearsal::platform, "Switchboard does not start"));
        SippPhones phones = SippPhones.start(
            rehearsal.home(), "phones", new Behaviour.Answers(Span.ofMs(1_000), Stay.atMostMs(TALK_MS)), port);
        OpenDesks desks = progress.during(agents + " agents come to work", () -> OpenDesks.of(
            IntStream.rangeClosed(1, agents).mapToObj(Script::agent).toList(), 1, rehearsal, platform, (agent, window, frame) -> own.desk(agent, frame)));
        Walls boards = Walls.open(walls, rehearsal.supervisor(platform), clock)) {
      begin(rehearsal.asterisk().location().version(), desks.sockets() + walls);
      long fromMs = System.currentTimeMillis();
      long usedMs = ProcessCpu.usedMs(List.of(platform.pid()));
      int calls = progress.during(rate + " calls and " + breaks + " breaks per second for " + seconds + " s", () -> work(rehearsal, desks));
      double cores = (ProcessCpu.usedMs(List.of(platform.pid())) - usedMs) / (double) (System.currentTimeMillis() - fromMs);
      print("  at the end of it: %s", boards.states());
      long untilMs = System.currentTimeMillis();
      Pause.seconds(SETTLE_S);
      end(calls, desks.sockets() + walls, cores, changes(rehearsal, fromMs, untilMs), boards.screens(), own);
    }
    return 0;
  }

  private static Rehearsal open(int agents, int rate, int port, Progress progress) throws IOException, ConfigurationException {
    return Rehearsal.open(
        Script.empty().maxCalls(rate * 60).queue("sales", "wrap_up_s: " + WRAP_UP_S, "announce_position_on_entry: false").agents(agents, port, "sales"),
        progress);
  }

  /** How many calls there were. */
  private int work(Rehearsal rehearsal, OpenDesks desks) {
    try (SippCallers callers = SippCallers.start(
        rehearsal.home(), "callers", CallerPlan.to(rehearsal.sipPort(), NUMBER), new Volume.Times(rate * seconds, rate))) {
      new Breaks(desks.agents(), breaks).go(seconds);
      return callers.trace().calls().size();
    }
  }

  private static Changes changes(Rehearsal rehearsal, long fromMs, long untilMs) throws InterruptedException {
    Changes changes = new Changes(fromMs);
    try (Database database = Database.open(
        PgSettings.of(rehearsal.postgres().jdbcUrl(), rehearsal.postgres().user(), rehearsal.postgres().password()))) {
      new PgPast(database).between(TENANT, fromMs, untilMs, changes);
    }
    return changes;
  }

  private static void begin(String asterisk, int sockets) {
    print("Asterisk %s, %d processors, Java %s; %d sockets, callers and phones on the same processors", asterisk,
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), sockets);
    print("""
        Calls are offered, ring for 1 s, are talked in for %d s and wrapped up for %d; agents go on breaks over REST and come back.
        changes:   of an agent's state or its reason, of all agents, as the journal has them.
        ms:        from the moment of the decision, before it is durable and before a request is answered, to the frame at the client that shows it.
        overtaken: was over within a second, before a frame could show it; its time is that of the frame with what followed.
        missed:    lasted for a second or longer and was not shown, or nothing that followed it was.""", TALK_MS / 1000, WRAP_UP_S);
  }

  private void end(int calls, int sockets, double cores, Changes changes, List<Screen> boards, Screen own) {
    Lag wall = new Lag();
    boards.forEach(board -> wall.add(changes, board));
    Lag desk = new Lag().add(changes, own);
    print("%nscreen          changes  frames  overtaken  missed  ms: p50     p99     max");
    row("wallboards: " + boards.size(), changes.count() * boards.size(), boards.stream().mapToInt(Screen::frames).sum(), wall);
    row("desks: " + agents, changes.count(), own.frames(), desk);
    print("%nthe platform used %.2f of %d processors", cores, Runtime.getRuntime().availableProcessors());
    print("%n{\"agents\":%d,\"sockets\":%d,\"calls\":%d,\"changes\":%d,\"p50_ms\":%.1f,\"p99_ms\":%.1f,\"max_ms\":%.1f,\"overtaken\":%d,\"missed\":%d,"
            + "\"own_p50_ms\":%.1f,\"own_p99_ms\":%.1f,\"own_max_ms\":%.1f,\"own_missed\":%d,\"cores\":%.2f,\"goal_p99_ms\":%d,\"goal_missed\":0}",
        agents, sockets, calls, changes.count(), ms(wall.us(), 50), ms(wall.us(), 99), ms(wall.us(), 100), wall.overtaken(), wall.missed(),
        ms(desk.us(), 50), ms(desk.us(), 99), ms(desk.us(), 100), desk.missed(), cores, Lag.GOAL_MS);
  }

  private static void row(String screen, int changes, int frames, Lag lag) {
    print("%-14s  %7d  %6d  %9d  %6d  %7.1f  %6.1f  %6.1f", screen, changes, frames, lag.overtaken(), lag.missed(), ms(lag.us(), 50), ms(lag.us(), 99),
        ms(lag.us(), 100));
  }
}
