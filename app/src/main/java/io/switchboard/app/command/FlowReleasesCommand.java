package io.switchboard.app.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/switchboard flow releases}. */
@Command(
    name = "releases",
    mixinStandardHelpOptions = true,
    description = "Lists the releases of flows and prompts, the newest first: when, by whom, what changed. The one in force has a star.")
public final class FlowReleasesCommand implements Callable<Integer> {
  private static final int MOST = 500;
  private static final int SHOWN_FILES = 5;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  @Mixin private ApiOption api;

  @Option(names = "--limit", paramLabel = "N", description = "So many at most, 1 to " + MOST + "; ${DEFAULT-VALUE} unless told.")
  private int limit = 20;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (limit < 1 || limit > MOST) {
      throw new ParameterException(spec.commandLine(), "a limit is 1 to " + MOST + ", not " + limit);
    }
    PrintWriter out = spec.commandLine().getOut();
    return api.ask(platform -> {
      List<?> all = platform.get("/api/releases?limit=" + limit).get("releases") instanceof List<?> list ? list : List.of();
      all.stream().filter(Map.class::isInstance).forEach(each -> out.println(line((Map<?, ?>) each)));
      return 0;
    });
  }

  private static String line(Map<?, ?> release) {
    String at = TIME.format(Instant.ofEpochMilli(release.get("at_ms") instanceof Number ms ? ms.longValue() : 0));
    String back = release.get("rolled_back_to") == null ? "" : "rolled back to " + release.get("rolled_back_to") + ": ";
    return String.format("%5s%s  %s  %-20s  %s%s", release.get("number"), Boolean.TRUE.equals(release.get("in_force")) ? "*" : " ", at,
        release.get("by"), back, changes(release.get("changed") instanceof List<?> list ? list : List.of()));
  }

  private static String changes(List<?> changed) {
    String shown = changed.stream().limit(SHOWN_FILES).map(each -> (Map<?, ?>) each)
        .map(each -> each.get("file") + ("changed".equals(each.get("how")) ? "" : " " + each.get("how"))).collect(Collectors.joining(", "));
    return changed.size() <= SHOWN_FILES ? shown : shown + " and " + (changed.size() - SHOWN_FILES) + " more";
  }
}
