package io.switchboard.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of bin/switchboard and bin/demo. */
@Command(
    name = "switchboard",
    mixinStandardHelpOptions = true,
    version = "Switchboard 0.1.0",
    description = "An open-source contact center on Asterisk.",
    subcommands = {
      RunCommand.class, DemoCommand.class, CheckCommand.class, AsteriskConfigCommand.class, PasswordCommand.class, StaffingCommand.class,
      ReplayCommand.class, FlowCommand.class, CustomersCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0: done",
      "1: failed; the message says why and what to do",
      "2: wrong arguments",
      "78: a wrong setting; each is named with file, key and what would be right"
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(commands().execute(args));
  }

  /** All of them, ready to execute. */
  static CommandLine commands() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Exit::failed).setParameterExceptionHandler(Exit::wrongArguments);
  }

  /** Without a command: what there is. */
  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
