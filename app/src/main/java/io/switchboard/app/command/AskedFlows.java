package io.switchboard.app.command;

import io.switchboard.app.flows.FlowDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands of flows are given as FILE or DIR. */
final class AskedFlows {
  private AskedFlows() {}

  /**
   * @param otherwise the configuration of a path that lies in none
   * @throws ParameterException where nothing is there that could be meant
   */
  static FlowDirectory of(Path path, Path otherwise, CommandSpec spec) throws IOException {
    if (!Files.exists(path)) {
      throw new ParameterException(spec.commandLine(), "there is no file or directory '" + path + "'");
    }
    try {
      return FlowDirectory.of(path, otherwise);
    } catch (IllegalArgumentException nothing) {
      throw new ParameterException(spec.commandLine(), nothing.getMessage(), nothing);
    }
  }
}
