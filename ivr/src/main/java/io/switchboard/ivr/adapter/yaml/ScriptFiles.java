package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.FlowCalls;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.Kind;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.Script;
import io.switchboard.ivr.flow.ScriptCheck;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.flow.Surroundings;
import io.switchboard.ivr.verb.Saying;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code scripts/} of a configuration directory and proves them as a whole. A configuration may have none. */
public final class ScriptFiles {
  public static final String FOLDER = "scripts";

  private ScriptFiles() {}

  /** What came of reading. */
  public sealed interface Result {
    /** Proven. */
    record Good(Scripts scripts) implements Result {}

    /** Everything that is wrong, in order of files and lines; at least one problem. */
    record Bad(List<Problem> problems) implements Result {}
  }

  /** Whether a file holds a script, by its first keys: a flow has no title. */
  public static boolean is(Path file) {
    return Texts.text(file, new ArrayList<>())
        .map(text -> YamlText.read(Texts.shown(file), text, new ArrayList<>()).root().has("title")).orElse(false);
  }

  /**
   * Reads scripts.
   *
   * @param config the directory that holds {@code scripts} and {@code prompts}, whose languages theirs are
   * @param only the files of some scripts, which the others stand around; none: all
   * @param hours by tenant and name
   * @param around what the rest of the configuration has for scripts to name; its prompts and flows are not looked at
   */
  public static Result read(Path config, List<Path> only, Map<TenantId, Map<String, Hours>> hours, Surroundings around) {
    List<Problem> problems = new ArrayList<>();
    Surroundings saying = around.saying(FlowFiles.prompts(config, new ArrayList<>())); // what is wrong with prompts is said where flows are read
    Path folder = config.resolve(FOLDER);
    List<FlowFiles.Written> files = new ArrayList<>();
    for (Path file : Files.isDirectory(folder) ? FlowFiles.files(folder, only, problems) : only) {
      Texts.text(file, problems).ifPresent(text -> files.add(new FlowFiles.Written(Texts.shown(file), Texts.name(file), text)));
    }
    Scripts scripts = scripts(files, hours, saying, problems);
    FlowFiles.keep(only, problems);
    return problems.isEmpty() ? new Result.Good(scripts) : new Result.Bad(problems.stream().sorted().toList());
  }

  /** Scripts from their texts, as far as they can be read. They are proven if no problem was added. */
  public static Scripts scripts(
      List<FlowFiles.Written> files, Map<TenantId, Map<String, Hours>> hours, Surroundings around, List<Problem> problems) {
    List<FlowText> texts = files.stream().map(each -> new FlowText(Kind.SCRIPT, each.file(), each.name(), each.text())).toList();
    Surroundings surroundings = around.calling(texts.stream().collect(Collectors.toMap(FlowText::name, FlowText::contract)));
    Map<String, Script> scripts = new TreeMap<>();
    for (FlowText text : texts) {
      boolean wellFormed = text.right();
      text.flow(surroundings, problems).filter(flow -> wellFormed).ifPresent(flow -> scripts.put(flow.name(), script(text, flow, surroundings, problems)));
    }
    Map<String, Flow> flows = scripts.values().stream().collect(Collectors.toMap(Script::name, Script::flow));
    texts.forEach(text -> FlowCalls.check(text.name(), flows)
        .ifPresent(finding -> problems.add(text.problem(finding.pointer(), finding.wrong(), finding.right()))));
    return Scripts.of(scripts, new Flows(Map.of(), hours));
  }

  private static Script script(FlowText text, Flow flow, Surroundings surroundings, List<Problem> problems) {
    JsonNode root = text.yaml().root();
    Map<String, Saying.Text> outcomes = new LinkedHashMap<>();
    root.path("outcomes").properties().forEach(each -> outcomes.put(each.getKey(), PageReader.saying(each.getValue())));
    Script script = new Script(flow, PageReader.saying(root.get("title")), outcomes);
    boolean whole = flow.steps().size() == root.get("steps").size();
    ScriptCheck.check(script, whole, surroundings)
        .forEach(finding -> problems.add(text.problem(finding.pointer(), finding.wrong(), finding.right())));
    return script;
  }
}
