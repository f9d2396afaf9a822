package io.switchboard.app.command;

import io.switchboard.app.flows.FlowDirectory;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.adapter.yaml.ScriptFiles;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Kind;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.Script;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/switchboard flow check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Proves flows and scripts: every name known, formulas and their types right, every step reachable, every way at an end after a bounded time, no prompt"
          + " missing in a language, and from every menu a person or an end within " + FlowCheckCommand.MOST_KEYS + " keys, from every page of a script an outcome.",
      "Each mistake is one line, FILE:LINE:COLUMN: what is wrong; what would be right. It exits with 1 if there is one."
    })
public final class FlowCheckCommand implements Callable<Integer> {
  static final int MOST_KEYS = 12;

  @Mixin private ConfigOption config;

  @Parameters(paramLabel = "FILE|DIR", arity = "0..1", description = "A file of a flow or a script, a directory of such files, or a configuration; by default the configuration."
          + " Files elsewhere stand for those of their names in the configuration.")
  private Path path;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path asked = path == null ? config.directory() : path;
    FlowDirectory directory = AskedFlows.of(asked, config.directory(), spec);
    PrintWriter out = spec.commandLine().getOut();
    List<Flow> right = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    if (directory.asks(Kind.FLOW)) {
      switch (directory.read()) {
        case FlowFiles.Result.Good good ->
            good.flows().byName().values().stream().filter(flow -> directory.asks(Kind.FLOW, flow.name())).forEach(right::add);
        case FlowFiles.Result.Bad bad -> problems.addAll(bad.problems());
      }
    }
    if (directory.asks(Kind.SCRIPT)) {
      switch (directory.readScripts()) {
        case ScriptFiles.Result.Good good ->
            good.scripts().byName().values().stream().map(Script::flow).filter(script -> directory.asks(Kind.SCRIPT, script.name())).forEach(right::add);
        case ScriptFiles.Result.Bad bad -> problems.addAll(bad.problems());
      }
    }
    return say(problems, right, out);
  }

  private static int say(List<Problem> problems, List<Flow> right, PrintWriter out) {
    if (problems.isEmpty()) {
      right.stream().sorted(Comparator.comparing(Flow::name))
          .forEach(flow -> out.printf("%s is right: %d steps, version %s%n", flow.name(), flow.steps().size(), flow.version()));
      return 0;
    }
    Mistakes.say(problems, out);
    out.printf("%d %s%n", problems.size(), problems.size() == 1 ? "mistake" : "mistakes");
    return Exit.FAILED;
  }
}
