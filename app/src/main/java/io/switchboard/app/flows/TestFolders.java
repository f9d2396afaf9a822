package io.switchboard.app.flows;

import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.adapter.yaml.FlowTestFiles;
import io.switchboard.ivr.adapter.yaml.ScriptTestFiles;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.trial.FlowTest;
import io.switchboard.ivr.trial.ScriptTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of tests, those of flows apart from those of scripts. */
public record TestFolders(List<Path> flows, List<Path> scripts) {
  /** {@code path}: a file, or a directory of them; null: those of the configuration. */
  public static TestFolders of(@Nullable Path path, Path config) throws IOException {
    if (path == null) {
      return new TestFolders(files(config.resolve("flow-tests")), files(config.resolve(ScriptTestFiles.FOLDER)));
    }
    List<Path> all = files(path);
    return new TestFolders(
        all.stream().filter(file -> !ScriptTestFiles.is(file)).toList(), all.stream().filter(ScriptTestFiles::is).toList());
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.exists(path) ? List.of(path) : List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  public List<FlowTest> ofFlows(Map<String, Lookup> lookups, List<Problem> problems) {
    return flows.stream().flatMap(file -> FlowTestFiles.read(file, lookups, problems).stream()).toList();
  }

  public List<ScriptTest> ofScripts(TenantId tenant, Map<String, Lookup> lookups, List<Problem> problems) {
    return scripts.stream().flatMap(file -> ScriptTestFiles.read(file, tenant, lookups, problems).stream()).toList();
  }
}
