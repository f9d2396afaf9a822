package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.configuration.Wrong;
import io.switchboard.app.flows.FlowSurroundings;
import io.switchboard.ivr.Edition;
import io.switchboard.ivr.adapter.espeak.EspeakSpeech;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.adapter.yaml.ScriptFiles;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.Script;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.prompt.Prompts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What callers hear, and what agents are shown for them: the flows, the prompts and the scripts of a configuration directory.
 *
 * @param sounds where spoken prompts are kept
 * @param texts of which both were made, by file, e.g. {@code flows/main.yaml}
 */
public record Sayings(Path directory, Path sounds, Flows flows, Prompts prompts, Map<String, String> texts, Scripts scripts) {
  private static final int POSITIONS_AHEAD = 20;
  private static final int MINUTES_AHEAD = 10;
  /** Of waits from one count of minutes to another, each of which is one sentence; spoken when it is first needed. */
  private static final int MINUTES_AT_NEED = 60;
  private static final int PROGRESS_EACH = 20;
  private static final long WORTH_TELLING_NANOS = 1_000_000_000L;

  /**
   * Reads them and checks them against the configuration.
   *
   * @throws ConfigurationException with everything that is wrong
   */
  public static Sayings load(Path directory, Configuration configuration, Path sounds) throws ConfigurationException {
    List<Wrong> wrongs = new ArrayList<>();
    Scripts scripts = scripts(directory, configuration, wrongs);
    return switch (FlowFiles.read(directory, configuration.hours(), FlowSurroundings.of(configuration))) {
      case FlowFiles.Result.Bad bad -> {
        bad.problems().forEach(problem -> wrongs.add(wrong(problem)));
        throw new ConfigurationException(wrongs);
      }
      case FlowFiles.Result.Good good -> {
        EspeakSpeech speech = new EspeakSpeech(sounds.resolve("prompts"));
        wrongs.addAll(QueuePrompts.wrongs(configuration.queues(), good.prompts()));
        wrongs.addAll(QueuePrompts.ofRecordings(configuration.desks(), good.prompts()));
        speech.problems(good.prompts()).forEach(problem -> wrongs.add(wrong(problem)));
        if (!wrongs.isEmpty()) {
          throw new ConfigurationException(wrongs);
        }
        yield new Sayings(directory, sounds, good.flows(), new Prompts(good.prompts(), speech, usual()), good.texts(), scripts);
      }
    };
  }

  private static Scripts scripts(Path directory, Configuration configuration, List<Wrong> wrongs) {
    return switch (ScriptFiles.read(directory, List.of(), configuration.hours(), FlowSurroundings.of(configuration))) {
      case ScriptFiles.Result.Bad bad -> {
        bad.problems().forEach(problem -> wrongs.add(wrong(problem)));
        yield Scripts.NONE;
      }
      case ScriptFiles.Result.Good good -> {
        configuration.scripts().forEach((queue, name) -> good.scripts().named(name).filter(Script::part).ifPresent(part -> wrongs.add(new Wrong(
            "queues.yaml", 0, queue.tenant() + "." + queue.name() + ".script", "'" + name + "' is only a part of other scripts: it returns",
            "a script that ends by outcomes alone"))));
        yield good.scripts();
      }
    };
  }

  private static Wrong wrong(Problem problem) {
    return new Wrong(problem.file(), problem.line(), problem.column(), problem.pointer(), problem.wrong(), problem.right());
  }

  /** The same, published under this number. */
  Sayings released(int release) {
    return new Sayings(directory, sounds, flows.released(release), prompts, texts, scripts);
  }

  /** The number under which they are published; 0: they are not. */
  int release() {
    return flows.release();
  }

  /**
   * Another release as it can be read now.
   *
   * @param problems gets all that is wrong with it now
   * @return empty where it cannot be read any more
   */
  Optional<Edition> former(int release, Map<String, String> its, Configuration now, List<Problem> problems) {
    return FlowFiles.former(its, directory, now.hours(), FlowSurroundings.of(now), problems).map(former ->
        new Edition(former.flows().released(release), new Prompts(former.prompts(), new EspeakSpeech(sounds.resolve("prompts")), usual())));
  }

  /** What stands in the same directory now. */
  Sayings again(Configuration configuration) throws ConfigurationException {
    return load(directory, configuration, sounds);
  }

  /** Speaks every prompt that is not spoken yet, with progress; those of an earlier run are there at once. */
  public void prepare(PrintStream out) {
    long since = System.nanoTime();
    int failed = prompts
        .prepare(flows.texts(), (done, total, prompt, failure) -> {
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
        "position", range(1, POSITIONS_AHEAD), "minutes", range(2, MINUTES_AHEAD), "from", range(1, MINUTES_AT_NEED),
        "to", range(1, MINUTES_AT_NEED));
  }

  private static List<String> range(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }
}
