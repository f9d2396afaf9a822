package io.switchboard.app.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/switchboard flow roll-back}. */
@Command(
    name = "roll-back",
    mixinStandardHelpOptions = true,
    description = {
      "Brings back the flows and prompts of a release, on disk and in force, as a new release. What stood in the files is kept in the history that editing keeps.",
      "It is refused whole, with each mistake in one line, when that release does not fit the configuration any more: a queue is gone, say."
    })
public final class FlowRollBackCommand implements Callable<Integer> {
  @Mixin private ApiOption api;

  @Parameters(paramLabel = "NUMBER", description = "The release, as 'flow releases' tells it.")
  private int number;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (number < 1) {
      throw new ParameterException(spec.commandLine(), "releases are numbered from 1, not " + number);
    }
    return api.ask(platform -> {
      Map<String, Object> done = platform.post("/api/releases/" + number + "/roll-back", Map.of());
      spec.commandLine().getOut().printf("release %s is in force, with the flows and prompts of release %d%n", done.get("release"), number);
      return 0;
    });
  }
}
