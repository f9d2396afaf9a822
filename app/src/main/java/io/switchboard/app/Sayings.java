package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.app.configuration.Wrong;
import io.switchboard.ivr.adapter.cel.CelExpressions;
import io.switchboard.ivr.adapter.espeak.EspeakSpeech;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.Surroundings;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.prompt.Prompts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What callers hear: the flows and the prompts of a configuration directory.
 *
 * @param sounds where spoken prompts are kept
 */
public record Sayings(Path directory, Path sounds, Flows flows, Prompts prompts) {
  private static final int POSITIONS_AHEAD = 20;
  private static final int MINUTES_AHEAD = 10;
  private static final int PROGRESS_EACH = 20;
  private static final long WORTH_TELLING_NANOS = 1_000_000_000L;

  /**
   * Reads them and checks them against the configuration.
   *
   * @throws ConfigurationException with everything that is wrong
   */
  public static Sayings load(Path directory, Configuration configuration, Path sounds) throws ConfigurationException {
    FlowFiles.Result read = read(directory, configuration);
    return switch (read) {
      case FlowFiles.Result.Bad bad -> throw new ConfigurationException(bad.problems().stream()
          .map(p -> new Wrong(p.file(), p.line(), p.pointer(), p.wrong(), p.right())).toList());
      case FlowFiles.Result.Good good -> {
        List<Wrong> wrongs = QueuePrompts.wrongs(configuration.queues(), good.prompts());
        if (!wrongs.isEmpty()) {
          throw new ConfigurationException(wrongs);
        }
        yield new Sayings(
            directory, sounds, good.flows(), new Prompts(good.prompts(), new EspeakSpeech(sounds.resolve("prompts")), usual()));
      }
    };
  }

  /** What stands in the same directory now. */
  Sayings again(Configuration configuration) throws ConfigurationException {
    return load(directory, configuration, sounds);
  }

  private static FlowFiles.Result read(Path directory, Configuration configuration) {
    Set<String> queues = configuration.queues().stream().map(queue -> queue.id().name()).collect(Collectors.toSet());
    Set<String> hours = configuration.hours().values().stream().flatMap(plans -> plans.keySet().stream()).collect(Collectors.toSet());
    Set<String> agents = configuration.agents().stream().map(agent -> agent.id().name()).collect(Collectors.toSet());
    Set<String> classes = configuration.tenants().stream()
        .flatMap(tenant -> tenant.valueClasses().keySet().stream()).collect(Collectors.toSet());
    Map<String, Set<String>> overflows = new HashMap<>();
    configuration.queues().forEach(queue -> queue.doors().overflows().forEach(rule ->
        overflows.computeIfAbsent(queue.id().name(), name -> new HashSet<>()).add(rule.name())));
    return FlowFiles.read(directory, configuration.hours(), new Surroundings(
        queues, overflows, agents, classes, configuration.tenants().stream().map(Tenant::destinations).toList(), hours,
        new PromptBook(Map.of()), Map.of(), Map.of(), new CelExpressions()));
  }

  /** Speaks every prompt that is not spoken yet, with progress; those of an earlier run are there at once. */
  public void prepare(PrintStream out) {
    long since = System.nanoTime();
    int failed = prompts
        .prepare((done, total, prompt, failure) -> {
          if (!failure.isEmpty()) {
            out.println("  prompt " + prompt.language() + "/" + prompt.id() + " cannot be spoken: " + failure);
          } else if (done % PROGRESS_EACH == 0 && System.nanoTime() - since > WORTH_TELLING_NANOS) {
            out.println("  prompts spoken: " + done + " of " + total);
          }
        })
        .toCompletableFuture()
        .join();
    if (failed > 0) {
      out.println("  " + failed + " prompts are silent: install espeak-ng and sox, or put recordings into config/prompts");
    }
  }

  private static Map<String, List<String>> usual() {
    return Map.of(
        "position", IntStream.rangeClosed(1, POSITIONS_AHEAD).mapToObj(Integer::toString).toList(),
        "minutes", IntStream.rangeClosed(2, MINUTES_AHEAD).mapToObj(Integer::toString).toList());
  }
}
