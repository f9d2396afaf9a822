package io.switchboard.app.command;

import io.switchboard.app.Outwards;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.flows.FlowDirectory;
import io.switchboard.app.flows.FlowSurroundings;
import io.switchboard.app.flows.ScriptTryOut;
import io.switchboard.app.flows.TryOut;
import io.switchboard.core.id.CallId;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.adapter.yaml.ScriptFiles;
import io.switchboard.ivr.flow.Kind;
import io.switchboard.ivr.flow.Script;
import io.switchboard.ivr.run.Caller;
import io.switchboard.ivr.script.Contact;
import io.switchboard.ivr.trial.ScriptTrial;
import io.switchboard.ivr.trial.Transcript;
import io.switchboard.ivr.trial.Trial;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/switchboard flow try}. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a flow in the terminal: it prints what a caller would hear, and takes his keys. No call is made, no data source is asked.",
      "A script it shows page by page, and takes the agent's answers.",
      "An empty line is silence; what else can be answered it says itself."
    })
public final class FlowTryCommand implements Callable<Integer> {
  private static final String OURS = "+4930555000";

  @Mixin private ConfigOption config;

  @Parameters(paramLabel = "FILE", description = "The file of a flow or a script.")
  private Path file;

  @Option(names = "--language", paramLabel = "CODE", description = "In which the call begins, and the agent reads (${DEFAULT-VALUE}).", defaultValue = "en")
  private String language;

  @Option(names = "--caller", paramLabel = "NUMBER", description = "The caller's number (${DEFAULT-VALUE}).", defaultValue = "+4930123456")
  private String number;

  @Option(names = "--at", paramLabel = "TIME", description = "When it begins, e.g. 2026-11-23T10:00:00+01:00; by default now.")
  private OffsetDateTime at;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (Files.isDirectory(file)) {
      throw new ParameterException(spec.commandLine(), "'" + file + "' is a directory: one file NAME.yaml can be tried");
    }
    PrintWriter out = spec.commandLine().getOut();
    FlowDirectory directory = AskedFlows.of(file, config.directory(), spec);
    Configuration configuration = io.switchboard.app.configuration.ConfigurationFiles.load(directory.config());
    if (!directory.asks(Kind.FLOW)) {
      return script(directory, configuration, out);
    }
    return switch (directory.read()) {
      case FlowFiles.Result.Bad bad -> {
        Mistakes.say(bad.problems(), out);
        yield Exit.FAILED;
      }
      case FlowFiles.Result.Good good -> {
        Caller caller = new Caller(configuration.tenants().getFirst().id(), new CallId("try"), number, "", OURS);
        Trial trial = new Trial(good.flows(), FlowDirectory.name(file), Outwards.of(configuration), caller, language, nowMs());
        new TryOut(trial, new Transcript(good.prompts()), FlowSurroundings.lookups(configuration), in(), out).play();
        yield 0;
      }
    };
  }

  private int script(FlowDirectory directory, Configuration configuration, PrintWriter out) throws Exception {
    return switch (directory.readScripts()) {
      case ScriptFiles.Result.Bad bad -> {
        Mistakes.say(bad.problems(), out);
        yield Exit.FAILED;
      }
      case ScriptFiles.Result.Good good -> {
        Contact contact = new Contact(configuration.tenants().getFirst().id(), new CallId("try"), number, OURS, language, "", Map.of());
        Script script = good.scripts().named(FlowDirectory.name(file)).orElseThrow();
        ScriptTrial trial = new ScriptTrial(good.scripts(), script, contact, language, nowMs());
        new ScriptTryOut(trial, FlowSurroundings.lookups(configuration), in(), out).play();
        yield 0;
      }
    };
  }

  private long nowMs() {
    return (at == null ? Instant.now() : at.toInstant()).toEpochMilli();
  }

  private static BufferedReader in() {
    return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
  }
}
