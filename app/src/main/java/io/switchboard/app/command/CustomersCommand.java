package io.switchboard.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bin/switchboard customers}: many at once. */
@Command(
    name = "customers",
    mixinStandardHelpOptions = true,
    description = "Customers in great numbers: from a file, into a file, and samples to try things with.",
    subcommands = {CustomersImportCommand.class, CustomersExportCommand.class, CustomersSeedCommand.class})
public final class CustomersCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Without a command: what there is. */
  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
