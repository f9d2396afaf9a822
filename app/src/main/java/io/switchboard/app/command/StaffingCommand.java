package io.switchboard.app.command;

import io.switchboard.acd.estimate.ErlangA;
import io.switchboard.acd.estimate.ErlangC;
import io.switchboard.acd.estimate.Goal;
import io.switchboard.acd.estimate.Performance;
import io.switchboard.acd.estimate.QueueModel;
import io.switchboard.acd.estimate.Staffing;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many agents a queue needs. */
@Command(
    name = "staffing",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells how a queue does in the long run with so many agents, or how many it",
      "needs for a service level, as one JSON object.",
      "",
      "Calls come at random (Poisson), handling times and patience are exponential,",
      "every agent may take every call, first come first served: Erlang C, and with",
      "--patience Erlang A, in which callers hang up. Exact to rounding. It needs no",
      "configuration and no servers.",
      ""
    },
    footerHeading = "%nThe JSON:%n",
    footer = {
      "  agents          whose numbers these are: --agents, else agents_needed",
      "  p_wait          share of calls that find no agent ready",
      "  asa_s           mean wait in seconds over all calls, those answered at once",
      "                  and those that hang up included: E[W]. null: it has no end;",
      "                  without --patience the load must be below the agents",
      "  asa_answered_s  mean wait in seconds of the calls that are answered; it",
      "                  differs from asa_s only with --patience",
      "  service_level   calls answered within --target / all calls; who hangs up,",
      "                  however soon, counts below the line only",
      "  p_abandon       share of calls that hang up in the queue; 0 without",
      "                  --patience",
      "  occupancy       share of the agents' time in which they handle calls",
      "  agents_needed   with --goal: the fewest agents who reach it",
      "",
      "Examples:",
      "  switchboard staffing --calls 360 --interval 30m --aht 240s --target 15s \\",
      "      --agents 55",
      "  switchboard staffing --calls 360 --interval 30m --aht 240s --target 20s \\",
      "      --patience 2m --goal 80%%"
    })
public final class StaffingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--calls", required = true, paramLabel = "N", description = "Calls that come in an --interval, in the mean, e.g. 360.")
  private double calls;

  @Option(
      names = "--interval", required = true, paramLabel = "TIME", converter = DurationConverter.class,
      description = "How long it is, e.g. 30m. A TIME has its unit: ms, s, m or h.")
  private Duration interval;

  @Option(
      names = "--aht", required = true, paramLabel = "TIME", converter = DurationConverter.class,
      description = "Mean time that an agent handles a call, talk and wrap-up, e.g. 240s.")
  private Duration handling;

  @Option(
      names = "--target", required = true, paramLabel = "TIME", converter = DurationConverter.class,
      description = "Within which a call should be answered, e.g. 20s.")
  private Duration target;

  @Option(names = "--agents", paramLabel = "N", description = "How many agents there are; without it --goal tells.")
  private @Nullable Integer agents;

  @Option(
      names = "--goal", paramLabel = "SHARE", converter = ShareConverter.class,
      description = "The service level to reach, e.g. 80%% or 0.8: finds agents_needed.")
  private @Nullable Double goal;

  @Option(
      names = "--patience", paramLabel = "TIME", converter = DurationConverter.class,
      description = "Mean time after which a caller who still waits hangs up, e.g. 2m; without it nobody hangs up.")
  private @Nullable Duration patience;

  @Override
  public Integer call() {
    QueueModel model = model();
    double targetS = seconds("--target", target, 0);
    Staffing.Enough needed = goal == null ? null : needed(model, new Goal.ServiceLevel(goal, targetS));
    if (agents != null) {
      within("--agents", agents, 1, QueueModel.MOST_AGENTS, "");
      print(agents, model.with(agents, targetS), needed);
    } else if (needed != null) {
      print(needed.agents(), needed.performance(), needed);
    } else {
      throw wrong("neither --agents nor --goal is given; give the number of agents, like --agents 55, or a service level, like --goal 80%");
    }
    return 0;
  }

  private QueueModel model() {
    if (!(calls > 0)) {
      throw wrong("--calls is above 0, not " + plain(calls));
    }
    double callsPerS = calls / seconds("--interval", interval, 0.001);
    within("--calls / --interval", callsPerS, QueueModel.LEAST_PER_S, QueueModel.MOST_PER_S, " calls a second");
    double handlingS = seconds("--aht", handling, QueueModel.LEAST_S);
    return patience == null
        ? new ErlangC(callsPerS, handlingS)
        : new ErlangA(callsPerS, handlingS, seconds("--patience", patience, QueueModel.LEAST_S));
  }

  private static Staffing.Enough needed(QueueModel model, Goal goal) {
    return switch (Staffing.fewest(model, goal)) {
      case Staffing.Enough enough -> enough;
      case Staffing.Impossible impossible -> throw new Exit.Refusal(impossible.why());
    };
  }

  private double seconds(String option, Duration given, double least) {
    double seconds = given.getSeconds() + given.getNano() / 1e9;
    within(option, seconds, least, QueueModel.MOST_S, " s");
    return seconds;
  }

  private void within(String option, double given, double least, double most, String unit) {
    if (!(given >= least && given <= most)) {
      throw wrong(option + " is from " + plain(least) + " to " + plain(most) + unit + ", not " + plain(given));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
  }

  private void print(int staffed, Performance performance, Staffing.@Nullable Enough needed) {
    spec.commandLine().getOut().println("{\"agents\":" + staffed
        + ",\"p_wait\":" + json(performance.pWait())
        + ",\"asa_s\":" + json(performance.meanWaitS())
        + ",\"asa_answered_s\":" + json(performance.answeredWaitS())
        + ",\"service_level\":" + json(performance.serviceLevel())
        + ",\"p_abandon\":" + json(performance.pAbandon())
        + ",\"occupancy\":" + json(performance.occupancy())
        + (needed == null ? "" : ",\"agents_needed\":" + needed.agents()) + "}");
  }

  /** With every digit that the number has. */
  private static String json(double number) {
    return Double.isFinite(number) ? Double.toString(number) : "null";
  }
}
