package io.switchboard.app.command;

import io.switchboard.app.Outwards;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.flows.FlowDirectory;
import io.switchboard.app.flows.FlowSurroundings;
import io.switchboard.app.flows.TestFolders;
import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.adapter.yaml.ScriptFiles;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.Script;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.trial.FlowTest;
import io.switchboard.ivr.trial.FlowTests;
import io.switchboard.ivr.trial.ScriptTest;
import io.switchboard.ivr.trial.ScriptTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/switchboard flow test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the tests of flows and scripts, flow-tests/*.yaml and script-tests/*.yaml of the configuration: what a caller or an agent does and must"
          + " hear or see, with time, lookups and queues as the file says.",
      "Each failure is one line, FILE:LINE. It exits with 1 if there is one."
    })
public final class FlowTestCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Parameters(paramLabel = "FILE|DIR", arity = "0..1", description = "One file of tests, or a directory of them; by default flow-tests and script-tests of the configuration.")
  private Path path;

  @Option(names = "--untested", description = "Also lists the steps to which no test comes.")
  private boolean untested;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (path != null && !Files.exists(path)) {
      throw new ParameterException(spec.commandLine(), "there is no file or directory '" + path + "'");
    }
    Configuration configuration = config.load();
    FlowDirectory all = FlowDirectory.all(config.directory());
    FlowFiles.Result flows = all.read();
    ScriptFiles.Result scripts = all.readScripts();
    if (flows instanceof FlowFiles.Result.Good good && scripts instanceof ScriptFiles.Result.Good known) {
      return test(configuration, good, known.scripts(), out);
    }
    out.println("the flows or scripts are wrong; 'flow check' tells each mistake");
    Mistakes.say(firstOf(flows, scripts), out);
    return Exit.FAILED;
  }

  private static List<Problem> firstOf(FlowFiles.Result flows, ScriptFiles.Result scripts) {
    List<Problem> all = new ArrayList<>(flows instanceof FlowFiles.Result.Bad bad ? bad.problems() : List.of());
    all.addAll(scripts instanceof ScriptFiles.Result.Bad bad ? bad.problems() : List.of());
    return all.subList(0, 1);
  }

  private int test(Configuration configuration, FlowFiles.Result.Good good, Scripts scripts, PrintWriter out) throws IOException {
    TenantId tenant = configuration.tenants().getFirst().id();
    List<Problem> problems = new ArrayList<>();
    TestFolders tests = TestFolders.of(path, config.directory());
    List<FlowTest> ofFlows = tests.ofFlows(FlowSurroundings.lookups(configuration), problems);
    List<ScriptTest> ofScripts = tests.ofScripts(tenant, FlowSurroundings.lookups(configuration), problems);
    ofFlows.stream().filter(test -> !good.flows().has(test.flow()))
        .map(test -> unknown(test.file(), "flow", test.flow(), good.flows().byName().keySet())).distinct().forEach(problems::add);
    ofScripts.stream().filter(test -> scripts.named(test.script()).isEmpty())
        .map(test -> unknown(test.file(), "script", test.script(), scripts.byName().keySet())).distinct().forEach(problems::add);
    Mistakes.say(problems, out);
    if (!problems.isEmpty()) {
      return Exit.FAILED;
    }
    FlowTests flowTests = new FlowTests(good.flows(), good.prompts(), Outwards.of(configuration), tenant);
    ScriptTests scriptTests = new ScriptTests(scripts);
    int failed = run(ofFlows, flowTests, out) + run(ofScripts, scriptTests, out);
    Set<String> reached = new HashSet<>(flowTests.steps());
    reached.addAll(scriptTests.steps());
    List<String> all = Stream.concat(good.flows().byName().values().stream(), scripts.byName().values().stream().map(Script::flow))
        .flatMap(FlowTestCommand::steps).sorted().toList();
    List<String> left = all.stream().filter(step -> !reached.contains(step)).toList();
    if (untested) {
      left.forEach(step -> out.println("no test comes to " + step));
    }
    out.printf("%d tests, %d failed; they come to %d of %d steps%n",
        ofFlows.size() + ofScripts.size(), failed, all.size() - left.size(), all.size());
    return failed == 0 ? 0 : Exit.FAILED;
  }

  private static Problem unknown(String file, String noun, String name, Set<String> known) {
    return new Problem(file, 0, "/" + noun, "no " + noun + " is named '" + name + "'", "one of " + new TreeSet<>(known));
  }

  private static int run(List<FlowTest> tests, FlowTests runner, PrintWriter out) {
    int failed = 0;
    for (FlowTest test : tests) {
      Optional<FlowTests.Failure> failure = runner.run(test);
      failed += failure.isPresent() ? 1 : 0;
      failure.ifPresent(wrong -> say(test.file(), test.name(), wrong, out));
    }
    return failed;
  }

  private static int run(List<ScriptTest> tests, ScriptTests runner, PrintWriter out) {
    int failed = 0;
    for (ScriptTest test : tests) {
      Optional<FlowTests.Failure> failure = runner.run(test);
      failed += failure.isPresent() ? 1 : 0;
      failure.ifPresent(wrong -> say(test.file(), test.name(), wrong, out));
    }
    return failed;
  }

  private static void say(String file, String name, FlowTests.Failure wrong, PrintWriter out) {
    out.printf("%s:%d: %s: expected that %s, but %s%n", file, wrong.line(), name, wrong.expected(), wrong.was());
  }

  private static Stream<String> steps(Flow flow) {
    return flow.steps().keySet().stream().map(step -> flow.name() + "/" + step);
  }
}
