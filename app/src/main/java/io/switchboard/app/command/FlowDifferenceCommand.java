package io.switchboard.app.command;

import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/switchboard flow difference}. */
@Command(
    name = "difference",
    mixinStandardHelpOptions = true,
    description = "Shows in what two releases differ, as 'diff -u' does: without numbers, what the release in force changed.")
public final class FlowDifferenceCommand implements Callable<Integer> {
  @Mixin private ApiOption api;

  @Parameters(index = "0", arity = "0..1", paramLabel = "FROM", description = "A release, 0 for nothing; by default the one before TO.")
  private Integer from;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TO", description = "A release; by default the one in force.")
  private Integer to;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (Stream.of(from == null ? 0 : from, to == null ? 1 : to - 1).anyMatch(number -> number < 0)) {
      throw new ParameterException(spec.commandLine(), "releases are numbered from 1; FROM may be 0, for nothing");
    }
    PrintWriter out = spec.commandLine().getOut();
    return api.ask(platform -> {
      String number = to != null ? to.toString() : inForce(platform);
      Map<String, Object> found = platform.get("/api/releases/" + number + "/difference" + (from == null ? "" : "?from=" + from));
      List<?> files = found.get("files") instanceof List<?> list ? list : List.of();
      files.forEach(each -> out.print(((Map<?, ?>) each).get("diff")));
      out.flush();
      if (files.isEmpty()) {
        out.printf("releases %s and %s are the same%n", found.get("from"), found.get("to"));
      }
      return 0;
    });
  }

  private static String inForce(ApiClient platform) throws IOException, InterruptedException, ApiRefusal {
    return String.valueOf(platform.get("/api/releases?limit=1").get("in_force"));
  }
}
