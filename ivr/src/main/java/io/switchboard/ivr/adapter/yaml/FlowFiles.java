package io.switchboard.ivr.adapter.yaml;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.FlowCalls;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.Kind;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.Surroundings;
import io.switchboard.ivr.prompt.PromptBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code flows/} and {@code prompts/} of a configuration directory and proves them as a whole. */
public final class FlowFiles {
  private static final String FLOWS = "flows";
  private static final String PROMPTS = "prompts";

  /** What came of reading. */
  public sealed interface Result {
    /** Proven. {@code texts}: those that were read, by file, e.g. {@code flows/main.yaml}. */
    record Good(Flows flows, PromptBook prompts, Map<String, String> texts) implements Result {}

    /** Everything that is wrong, in order of files and lines; at least one problem. */
    record Bad(List<Problem> problems) implements Result {}
  }

  private FlowFiles() {}

  /**
   * Reads flows and prompts.
   *
   * @param config the directory that holds {@code flows} and {@code prompts}
   * @param hours by tenant and name
   * @param around what the rest of the configuration has for flows to name; its prompts and flows are not looked at
   */
  public static Result read(Path config, Map<TenantId, Map<String, Hours>> hours, Surroundings around) {
    return read(config, List.of(), hours, around);
  }

  /**
   * The same for some flows only, which the others stand around.
   *
   * @param only their files, in the configuration or elsewhere: each stands for the flow of its name there; none: all
   */
  public static Result read(Path config, List<Path> only, Map<TenantId, Map<String, Hours>> hours, Surroundings around) {
    List<Problem> problems = new ArrayList<>();
    Path prompting = config.resolve(PROMPTS);
    List<Written> said = Texts.written(Texts.files(prompting, problems), problems);
    PromptBook prompts = PromptFiles.read(said, prompting, problems);
    List<Written> files = Texts.written(files(config.resolve(FLOWS), only, problems), problems);
    Flows flows = flows(files, hours, around.saying(prompts), problems);
    keep(only, problems);
    return problems.isEmpty() ? new Result.Good(flows, prompts, texts(said, files)) : new Result.Bad(problems.stream().sorted().toList());
  }

  private static Map<String, String> texts(List<Written> prompts, List<Written> flows) {
    return Stream.concat(prompts.stream(), flows.stream()).collect(Collectors.toUnmodifiableMap(Written::file, Written::text));
  }

  /** What a release gone by was made of. */
  public record Former(Flows flows, PromptBook prompts) {}

  /**
   * Reads a release gone by as far as it can be read now: what its flows name may be gone since, which is met when a caller comes there.
   *
   * @param texts by file, as {@link Result.Good} gave them
   * @param config the directory with the recordings
   * @param problems gets all that is wrong with it now
   * @return empty where a step that a caller could come to cannot be read any more
   */
  public static Optional<Former> former(
      Map<String, String> texts, Path config, Map<TenantId, Map<String, Hours>> hours, Surroundings around, List<Problem> problems) {
    PromptBook prompts = PromptFiles.read(in(PROMPTS, texts), config.resolve(PROMPTS), problems);
    List<Written> files = in(FLOWS, texts);
    Flows flows = flows(files, hours, around.saying(prompts), problems);
    boolean whole = flows.byName().size() == files.size() && flows.byName().values().stream().allMatch(Flow::whole);
    return whole ? Optional.of(new Former(flows, prompts)) : Optional.empty();
  }

  private static List<Written> in(String folder, Map<String, String> texts) {
    return texts.entrySet().stream().filter(each -> each.getKey().startsWith(folder + "/"))
        .map(each -> new Written(each.getKey(), Texts.name(Path.of(each.getKey())), each.getValue())).toList();
  }

  /** What can be said, by the files in {@code prompts}. */
  public static PromptBook prompts(Path config, List<Problem> problems) {
    return PromptFiles.read(config.resolve(PROMPTS), problems);
  }

  static List<Path> files(Path directory, List<Path> only, List<Problem> problems) {
    List<Path> files = new ArrayList<>(Texts.files(directory, problems));
    only.forEach(file -> files.removeIf(each -> Texts.name(each).equals(Texts.name(file))));
    files.addAll(only);
    return files;
  }

  /** Takes the problems away of what was not asked for. */
  static void keep(List<Path> only, List<Problem> problems) {
    Set<String> shown = only.stream().map(Texts::shown).collect(Collectors.toSet());
    problems.removeIf(problem -> !shown.isEmpty() && !shown.contains(problem.file()));
  }

  /**
   * The text of a flow.
   *
   * @param file shown in problems
   * @param name of the flow
   */
  public record Written(String file, String name, String text) {}

  /** Flows from their texts, as far as they can be read. They are proven if no problem was added. */
  public static Flows flows(List<Written> files, Map<TenantId, Map<String, Hours>> hours, Surroundings around, List<Problem> problems) {
    List<FlowText> texts = files.stream().map(each -> new FlowText(Kind.FLOW, each.file(), each.name(), each.text())).toList();
    Surroundings surroundings = around.calling(texts.stream().collect(Collectors.toMap(FlowText::name, FlowText::contract)));
    Map<String, Flow> flows = new TreeMap<>();
    texts.forEach(text -> text.flow(surroundings, problems).ifPresent(flow -> flows.put(flow.name(), flow)));
    texts.forEach(text -> FlowCalls.check(text.name(), flows)
        .ifPresent(finding -> problems.add(text.problem(finding.pointer(), finding.wrong(), finding.right()))));
    return new Flows(flows, hours);
  }
}
