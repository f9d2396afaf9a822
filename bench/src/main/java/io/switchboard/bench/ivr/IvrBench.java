package io.switchboard.bench.ivr;

import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.PromptEar;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.bench.rig.Insisting;
import io.switchboard.servers.Progress;
import io.switchboard.servers.audio.Ear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench ivr}. */
@Command(
    name = "ivr", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "How soon callers in menus hear what answers their keys, and whether a key is lost: one by one, and ahead of the prompts.",
      "Measured where the callers are, in the audio that reaches them. Some 4 minutes."
    })
public final class IvrBench implements Callable<Integer> {
  static final String NUMBER = "+49301234599";
  private static final int MOST_CALLERS = 280;

  @Option(names = "--callers", description = "at once, to " + MOST_CALLERS + " (${DEFAULT-VALUE})", defaultValue = "200")
  private int callers;

  @Option(names = "--seconds", description = "measured in each round, once all callers are there (${DEFAULT-VALUE})", defaultValue = "60")
  private int seconds;

  @Override
  public Integer call() throws Exception {
    if (callers < 1 || callers > MOST_CALLERS || seconds < 1) {
      System.err.println("--callers is 1 to " + MOST_CALLERS + ", --seconds 1 or more");
      return 2;
    }
    Progress progress = Progress.to(System.out);
    Menus menus = new Menus();
    try (Rehearsal rehearsal = open(menus, progress);
        PlatformProcess platform = progress.during("Switchboard starts", () -> Insisting.on(rehearsal::platform, "Switchboard does not start"))) {
      Report.begin(callers, seconds, rehearsal.asterisk().location().version());
      Ear ear = PromptEar.of(rehearsal, Map.of());
      List<Round.Result> rounds = new ArrayList<>();
      for (Pace pace : List.of(Pace.LISTENING, Pace.AHEAD)) {
        rounds.add(new Round(rehearsal, platform, menus, ear, pace, rounds.size() + 1).run(callers, seconds, progress));
      }
      Report.end(rounds);
    }
    return 0;
  }

  private static Rehearsal open(Menus menus, Progress progress) throws IOException, ConfigurationException {
    Path prompts = Checkout.home().resolve("config/prompts");
    return Rehearsal.open(
        Script.empty().file("flows/" + Menus.FLOW + ".yaml", menus.flow()).number(NUMBER, Menus.FLOW)
            .file("prompts/en.yaml", Files.readString(prompts.resolve("en.yaml")) + menus.english())
            .file("prompts/zh.yaml", Files.readString(prompts.resolve("zh.yaml")) + menus.chinese()),
        progress);
  }
}
