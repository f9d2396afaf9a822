package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.id.Names;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.FlowCheck;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.Surroundings;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.verb.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code flows/} and {@code prompts/} of a configuration directory and proves them as a whole. */
public final class FlowFiles {
  private static final SchemaCheck SCHEMA = SchemaCheck.of("flow.schema.json");

  /** What came of reading. */
  public sealed interface Result {
    /** Proven. */
    record Good(Flows flows, PromptBook prompts) implements Result {}

    /** Everything that is wrong, in order of files and lines; at least one problem. */
    record Bad(List<Problem> problems) implements Result {}
  }

  /**
   * What the rest of the configuration has for flows to name, within a tenant.
   *
   * @param overflows queue → the names of its rules of overflow
   * @param valueClasses of customers
   */
  public record Named(
      Set<String> queues, Map<String, Set<String>> overflows, Set<String> agents, Set<String> valueClasses, Map<String, Hours> hours) {}

  private FlowFiles() {}

  /**
   * @param config the directory that holds {@code flows} and {@code prompts}
   * @param named what the rest of the configuration has for flows to name
   */
  public static Result read(Path config, Named named) {
    List<Problem> problems = new ArrayList<>();
    PromptBook prompts = PromptFiles.read(config.resolve("prompts"), problems);
    Surroundings surroundings = new Surroundings(
        named.queues(), named.overflows(), named.agents(), named.valueClasses(), named.hours().keySet(), prompts);
    Map<String, Flow> flows = new TreeMap<>();
    for (Path file : Texts.files(config.resolve("flows"), problems)) {
      Texts.text(file, problems).flatMap(text -> flow(Texts.shown(file), Texts.name(file), text, surroundings, problems))
          .ifPresent(flow -> flows.put(flow.name(), flow));
    }
    return problems.isEmpty() ? new Result.Good(new Flows(flows, named.hours()), prompts) : new Result.Bad(problems.stream().sorted().toList());
  }

  /**
   * One flow from its text; empty where it could not be read at all. It is proven if no problem was added.
   *
   * @param file shown in problems
   */
  public static Optional<Flow> flow(String file, String name, String text, Surroundings surroundings, List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    YamlText yaml = YamlText.read(file, text, found);
    if (!Names.valid(name)) {
      found.add(new Problem(file, 0, "", "a flow cannot be named '" + name + "'", "a file named by 1 to 64 of a-z 0-9 _ . -"));
    }
    if (found.isEmpty()) {
      found.addAll(SCHEMA.check(yaml));
    }
    problems.addAll(found);
    JsonNode steps = yaml.root().path("steps");
    if (!steps.isObject() || !yaml.root().path("first").isTextual()) {
      return Optional.empty();
    }
    Set<String> unreadable = unreadable(found);
    Map<String, Step> read = new LinkedHashMap<>();
    steps.properties().stream().filter(each -> !unreadable.contains(each.getKey()))
        .forEach(each -> read.put(each.getKey(), StepReader.read(each.getValue())));
    Flow flow = new Flow(name, digest(text), yaml.root().get("first").asText(), read);
    FlowCheck.check(flow, unreadable, surroundings)
        .forEach(finding -> problems.add(yaml.problem(finding.pointer(), finding.wrong(), finding.right())));
    return Optional.of(flow);
  }

  /** The steps in which the schema found something wrong. */
  private static Set<String> unreadable(List<Problem> problems) {
    Set<String> names = new TreeSet<>();
    for (Problem problem : problems) {
      String[] parts = problem.pointer().split("/", 4);
      if (parts.length > 2 && parts[1].equals("steps")) {
        names.add(parts[2]);
      }
    }
    return names;
  }

  /** 64 bits of SHA-256 as 16 hexadecimal digits: enough to tell apart all texts that one flow will ever have. */
  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
