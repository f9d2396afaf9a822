package io.switchboard.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bin/switchboard flow}: flows before callers hear them, and their versions. */
@Command(
    name = "flow",
    mixinStandardHelpOptions = true,
    description = "Checks, tests and tries flows and scripts, before callers hear and agents see them; publishes flows, compares what was published, and goes back to it.",
    subcommands = {
      FlowCheckCommand.class, FlowTestCommand.class, FlowTryCommand.class, FlowPublishCommand.class, FlowReleasesCommand.class,
      FlowDifferenceCommand.class, FlowRollBackCommand.class
    })
public final class FlowCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Without a command: what there is. */
  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
