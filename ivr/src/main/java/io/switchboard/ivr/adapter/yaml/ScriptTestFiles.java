package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.script.Contact;
import io.switchboard.ivr.trial.ScriptTest;
import io.switchboard.ivr.trial.ScriptTest.Act;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code script-tests/} of a configuration directory. */
public final class ScriptTestFiles {
  public static final String FOLDER = "script-tests";
  private static final SchemaCheck SCHEMA = SchemaCheck.of("script-test.schema.json");

  private ScriptTestFiles() {}

  /** Whether a file holds tests of a script, by its first keys. */
  public static boolean is(Path file) {
    return Texts.text(file, new ArrayList<>())
        .map(text -> YamlText.read(Texts.shown(file), text, new ArrayList<>()).root().has("script")).orElse(false);
  }

  /**
   * All tests of a directory, or of one file; none where there is neither.
   *
   * @param tenant whose calls they are
   * @param lookups by name, for the types of what they give
   */
  public static List<ScriptTest> read(Path path, TenantId tenant, Map<String, Lookup> lookups, List<Problem> problems) {
    List<Path> files = Files.isDirectory(path) ? Texts.files(path, problems) : Files.isRegularFile(path) ? List.of(path) : List.of();
    List<ScriptTest> tests = new ArrayList<>();
    for (Path file : files) {
      Texts.text(file, problems).ifPresent(text -> tests.addAll(read(Texts.shown(file), text, tenant, lookups, problems)));
    }
    return tests;
  }

  /** The tests of one file; {@code file} is shown in problems. */
  public static List<ScriptTest> read(String file, String text, TenantId tenant, Map<String, Lookup> lookups, List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    YamlText yaml = YamlText.read(file, text, found);
    if (found.isEmpty()) {
      found.addAll(SCHEMA.check(yaml));
    }
    problems.addAll(found);
    return found.isEmpty() ? tests(file, yaml, tenant, new TestWorld(yaml, lookups, problems)) : List.of();
  }

  private static List<ScriptTest> tests(String file, YamlText yaml, TenantId tenant, TestWorld given) {
    JsonNode root = yaml.root();
    Contact contact = new Contact(
        tenant, new CallId("test"), root.path("caller").asText("+4930123456"), root.path("called").asText("+4930555000"),
        root.path("language").asText("en"), root.path("queue").asText(""), texts(root.path("learned")));
    ScriptTest.World world = new ScriptTest.World(contact, root.path("reads").asText("en"), given.atMs(), given.answers());
    List<ScriptTest> tests = new ArrayList<>();
    root.get("tests").properties().forEach(each -> {
      List<ScriptTest.Placed> acts = new ArrayList<>();
      for (int i = 0; i < each.getValue().size(); i++) {
        String pointer = "/tests/" + each.getKey().replace("~", "~0").replace("/", "~1") + "/" + i;
        acts.add(new ScriptTest.Placed(yaml.spot(pointer).line(), act(each.getValue().get(i))));
      }
      tests.add(new ScriptTest(file, each.getKey(), root.get("script").asText(), world, List.copyOf(acts)));
    });
    return tests;
  }

  private static Act act(JsonNode given) {
    if (given.isTextual()) {
      return given.asText().equals("back") ? new Act.Back() : new Act.Answers("");
    }
    Map.Entry<String, JsonNode> only = given.properties().iterator().next();
    String value = only.getValue().asText();
    return switch (only.getKey()) {
      case "shows" -> new Act.Shows(value);
      case "answers" -> new Act.Answers(value);
      case "refuses" -> new Act.Refuses(value);
      case "outcome" -> new Act.Outcome(value);
      case "step" -> new Act.At(value);
      case "knows" -> new Act.Knows(texts(only.getValue()));
      default -> throw new IllegalArgumentException("the schema knows an act that the program does not: " + only.getKey());
    };
  }

  private static Map<String, String> texts(JsonNode given) {
    Map<String, String> texts = new HashMap<>();
    given.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }
}
