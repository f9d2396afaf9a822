package io.switchboard.app.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bin/switchboard flow publish}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Puts in force what stands in the configuration directory of the running platform: flows, prompts, and all that it takes without a restart.",
      "Everything is checked first. Each mistake is one line, FILE:LINE:COLUMN; then nothing changes, and it exits with 1. Flows and prompts that"
          + " changed are a new release: the next caller meets it, and those on the line stay on theirs."
    })
public final class FlowPublishCommand implements Callable<Integer> {
  @Mixin private ApiOption api;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return api.ask(platform -> {
      Map<String, Object> done = platform.post("/api/configuration/reload", Map.of());
      List<?> changed = done.get("changed") instanceof List<?> files ? files : List.of();
      spec.commandLine().getOut().printf("release %s is in force; %s%n", done.get("release"),
          changed.isEmpty() ? "nothing changed" : "changed: " + String.join(", ", changed.stream().map(String::valueOf).toList()));
      return 0;
    });
  }
}
