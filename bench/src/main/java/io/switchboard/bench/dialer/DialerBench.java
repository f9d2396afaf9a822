package io.switchboard.bench.dialer;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench dialer}. */
@Command(
    name = "bin/bench dialer", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "The pacing of outbound campaigns, the very kernel that is to dial, beside the published adaptive rule and beside progressive dialling,",
      "in one simulator: the same campaigns, the same luck of the n-th dial and the n-th talk.",
      "Campaigns: a day of 8 h (some 3 or 30), answer rates from 10 to 60 %% that drift through the day, 5 to 200 agents, 8 to 15 s to the answer,",
      "talks of 80 to 240 s with heavy tails (a third of them of endless variance), wrap-up of 10 to 30 s, three breaks; every second campaign has",
      "shocks: half or twice the answers, an hour without any, talks of twice the length, three in ten agents leave, or fail at once.",
      "Abandoned: a live answer without an agent within 2 s, whatever the reason. worst_window_abandon: of each campaign the worst day, or all its",
      "days, with 100 live answers or more; the 99.9th percentile over the campaigns.",
      "The adaptive rule: every 15 s level *= 1 + (ready - waiting + target) / agents, within 1 and the highest, halved while the day's abandoned",
      "are above 3 %%; every 2.5 s it dials until level x ready agents dials are outstanding. Its target and highest level are those with which it",
      "talks most: one setting for all campaigns, and, as _tuned, one for each answer rate and number of agents.",
      "talk_min_per_h: minutes of talk in an hour of an agent who is there; the mean over the campaigns. Points are hundredths of the hour.",
      "Fails when the kernel's own bound was broken on any day, however few answers it had. The last line is JSON."
    })
public final class DialerBench implements Callable<Integer> {
  private static final double LIMIT = 0.03;
  private static final int TRIALS_PER_CELL = 3;

  @Option(names = "--seeds", paramLabel = "N", description = "campaigns; 30 go once through all rates and numbers (${DEFAULT-VALUE})", defaultValue = "1020")
  private int seeds;

  @Option(names = "--first-seed", paramLabel = "N", description = "the next have the numbers after it (${DEFAULT-VALUE})", defaultValue = "0")
  private long firstSeed;

  @Option(names = "--ring", paramLabel = "S", description = "seconds that a phone rings at most, under every rule; 15 to 60 (${DEFAULT-VALUE})", defaultValue = "25")
  private int ringS;

  @Option(names = "--threads", paramLabel = "N", description = "as many as there are processors, else")
  private @Nullable Integer threads;

  /** @return the exit code: 0 measured, 1 failed, 2 wrong options */
  public static int run(String... args) {
    return new CommandLine(new DialerBench()).execute(args);
  }

  @Override
  public Integer call() throws Exception {
    if (seeds < 30 || ringS < 15 || ringS > 60 || (threads != null && threads < 1)) {
      System.err.println("--seeds is 30 or more, --ring 15 to 60, --threads 1 or more");
      return 2;
    }
    DecisionTime time = DecisionTime.measure();
    print("a decision with 200 agents and 500 dials outstanding: median %.0f us, 99 %% within %.0f us", time.medianUs(), time.p99Us());
    try (Crew crew = new Crew(threads == null ? Runtime.getRuntime().availableProcessors() : threads)) {
      return measure(crew, time);
    }
  }

  private int measure(Crew crew, DecisionTime time) throws Exception {
    Tuning tuning = Tuning.run(crew, Math.min(TRIALS_PER_CELL, seeds / Campaign.CELLS), ringS * 1_000);
    Adaptive.Parameters best = tuning.forAll();
    print("the adaptive rule talks most with target %.0f and a highest level of %.0f%s", best.target(), best.highest(),
        best.readyOnly() ? ", of the ready agents" : ", of all agents");
    print("%,d campaigns, seeds from %d, a phone rings %d s at most", seeds, firstSeed, ringS);
    Figures progressive = figures(crew, "campaigns, progressive", campaign -> new Progressive(campaign.agents()));
    Figures adaptive = figures(crew, "campaigns, adaptive", campaign -> new Adaptive(campaign.agents(), best));
    Figures tuned = figures(crew, "campaigns, adaptive and tuned",
        campaign -> new Adaptive(campaign.agents(), tuning.forCell(campaign.cell())));
    Figures ours = figures(crew, "campaigns, ours", Kernel::new);
    table(progressive, adaptive, tuned, ours);
    summary("progressive", progressive);
    summary("adaptive", adaptive);
    summary("adaptive, tuned", tuned);
    summary("ours", ours);
    print("%ntuned: with the target and the highest level that are best for this answer rate and number of agents. worst: 99.9th percentile over the%n"
        + "campaigns of their worst window; above: campaigns whose worst window is above 3 %%; dials: placed per live answer.");
    double own = ours.highest(Result::worstOwn);
    print("the bound of the kernel: of any day at most %.4f of the live answers abandoned, those apart whom a failed agent left", own);
    json(progressive, adaptive, tuned, ours, time);
    return own <= LIMIT ? 0 : 1;
  }

  private interface Rule {
    Pacing of(Campaign campaign);
  }

  private Figures figures(Crew crew, String what, Rule rule) throws Exception {
    return new Figures(firstSeed, crew.all(what, seeds, i -> {
      Campaign campaign = Campaign.of(firstSeed + i, ringS * 1_000);
      return SimulatedCampaign.run(campaign, rule.of(campaign));
    }));
  }

  private static void table(Figures progressive, Figures adaptive, Figures tuned, Figures ours) {
    print("%n%-8s %-8s %12s %12s %12s %12s %12s %14s %12s", "agents", "answers", "progressive", "adaptive", "tuned", "ours", "ours, points",
        "adaptive lost", "ours lost");
    for (int cell = 0; cell < Campaign.CELLS; cell++) {
      double talk = ours.mean(cell, Result::talkMinPerH);
      print("%-8d %6.0f %% %12.1f %12.1f %12.1f %12.1f %+12.1f %13.2f%% %11.2f%%", Campaign.AGENTS[cell / Campaign.RATES.length],
          100 * Campaign.RATES[cell % Campaign.RATES.length], progressive.mean(cell, Result::talkMinPerH),
          adaptive.mean(cell, Result::talkMinPerH), tuned.mean(cell, Result::talkMinPerH), talk,
          points(talk, adaptive.mean(cell, Result::talkMinPerH)), 100 * adaptive.mean(cell, Result::abandoned),
          100 * ours.mean(cell, Result::abandoned));
    }
    print("%n%-16s %12s %10s %10s %10s %10s %8s", "", "talk min/h", "abandoned", "worst", "highest", "above", "dials");
  }

  private static void summary(String name, Figures of) {
    print("%-16s %12.2f %9.2f%% %10.4f %10.4f %10d %8.2f", name, of.mean(Result::talkMinPerH), 100 * of.mean(Result::abandoned), worst(of),
        of.highest(Result::worstWindow), of.above(LIMIT, Result::worstWindow), of.mean(Result::dialsPerAnswer));
  }

  private static double worst(Figures of) {
    return of.quantile(0.999, Result::worstWindow);
  }

  private static double points(double ours, double other) {
    return (ours - other) / 60 * 100;
  }

  private static void json(Figures progressive, Figures adaptive, Figures tuned, Figures ours, DecisionTime time) {
    double talk = ours.mean(Result::talkMinPerH);
    double other = adaptive.mean(Result::talkMinPerH);
    double known = tuned.mean(Result::talkMinPerH);
    print("%n{\"worst_window_abandon\":%.4f,\"talk_min_per_h_ours\":%.2f,\"talk_min_per_h_adaptive\":%.2f,\"talk_gain_points\":%.2f,"
            + "\"worst_window_adaptive\":%.4f,\"talk_min_per_h_tuned\":%.2f,\"talk_gain_points_tuned\":%.2f,\"worst_window_tuned\":%.4f,"
            + "\"talk_min_per_h_progressive\":%.2f,\"decision_p99_us\":%.0f,\"campaigns\":%d}",
        worst(ours), talk, other, points(talk, other), worst(adaptive), known, points(talk, known), worst(tuned),
        progressive.mean(Result::talkMinPerH), time.p99Us(), ours.results().size());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
