package io.switchboard.app.command;

import io.switchboard.app.Outwards;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.flows.FlowDirectory;
import io.switchboard.app.flows.FlowSurroundings;
import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.adapter.yaml.FlowTestFiles;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.trial.FlowTest;
import io.switchboard.ivr.trial.FlowTests;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
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
      "Runs the tests of flows, flow-tests/*.yaml of the configuration: what a caller does and must hear, with time, lookups and queues as the file says.",
      "Each failure is one line, FILE:LINE. It exits with 1 if there is one."
    })
public final class FlowTestCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Parameters(paramLabel = "FILE|DIR", arity = "0..1", description = "One file of tests, or a directory of them; by default flow-tests of the configuration.")
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
    return switch (new FlowDirectory(config.directory(), Optional.empty()).read()) {
      case FlowFiles.Result.Bad bad -> {
        out.println("the flows are wrong; 'flow check' says where: " + bad.problems().getFirst());
        yield Exit.FAILED;
      }
      case FlowFiles.Result.Good good -> {
        List<Problem> problems = new ArrayList<>();
        List<FlowTest> tests =
            FlowTestFiles.read(path == null ? config.directory().resolve("flow-tests") : path, FlowSurroundings.lookups(configuration), problems);
        tests.stream().filter(test -> !good.flows().has(test.flow())).map(test -> new Problem(
            test.file(), 1, "/flow", "no flow is named '" + test.flow() + "'", "one of " + new TreeSet<>(good.flows().byName().keySet())))
            .distinct().forEach(problems::add);
        problems.forEach(out::println);
        TenantId tenant = configuration.tenants().getFirst().id();
        yield problems.isEmpty() ? run(tests, new FlowTests(good.flows(), good.prompts(), Outwards.of(configuration), tenant), good.flows(), out)
            : Exit.FAILED;
      }
    };
  }

  private int run(List<FlowTest> tests, FlowTests runner, Flows flows, PrintWriter out) {
    int failed = 0;
    for (FlowTest test : tests) {
      Optional<FlowTests.Failure> failure = runner.run(test);
      failed += failure.isPresent() ? 1 : 0;
      failure.ifPresent(wrong -> out.printf(
          "%s:%d: %s: expected that %s, but %s%n", test.file(), wrong.line(), test.name(), wrong.expected(), wrong.was()));
    }
    List<String> all = flows.byName().values().stream().flatMap(FlowTestCommand::steps).sorted().toList();
    List<String> left = all.stream().filter(step -> !runner.steps().contains(step)).toList();
    if (untested) {
      left.forEach(step -> out.println("no test comes to " + step));
    }
    out.printf("%d tests, %d failed; they come to %d of %d steps%n", tests.size(), failed, all.size() - left.size(), all.size());
    return failed == 0 ? 0 : Exit.FAILED;
  }

  private static java.util.stream.Stream<String> steps(Flow flow) {
    return flow.steps().keySet().stream().map(step -> flow.name() + "/" + step);
  }
}
