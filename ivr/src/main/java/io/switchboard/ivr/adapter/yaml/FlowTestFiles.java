package io.switchboard.ivr.adapter.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.trial.FlowTest;
import io.switchboard.ivr.trial.FlowTest.Act;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code flow-tests/} of a configuration directory. */
public final class FlowTestFiles {
  private static final SchemaCheck SCHEMA = SchemaCheck.of("flow-test.schema.json");
  private static final String TEXT = "text";

  private final YamlText yaml;
  private final String file;
  private final Map<String, Lookup> lookups;
  private final List<Problem> problems;

  private FlowTestFiles(String file, YamlText yaml, Map<String, Lookup> lookups, List<Problem> problems) {
    this.file = file;
    this.yaml = yaml;
    this.lookups = lookups;
    this.problems = problems;
  }

  /**
   * All tests of a directory, or of one file; none where there is neither.
   *
   * @param lookups by name, for the types of what they give
   */
  public static List<FlowTest> read(Path path, Map<String, Lookup> lookups, List<Problem> problems) {
    List<Path> files = Files.isDirectory(path) ? Texts.files(path, problems) : Files.isRegularFile(path) ? List.of(path) : List.of();
    List<FlowTest> tests = new ArrayList<>();
    for (Path file : files) {
      Texts.text(file, problems).ifPresent(text -> tests.addAll(read(Texts.shown(file), text, lookups, problems)));
    }
    return tests;
  }

  /** The tests of one file; {@code file} is shown in problems. */
  public static List<FlowTest> read(String file, String text, Map<String, Lookup> lookups, List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    YamlText yaml = YamlText.read(file, text, found);
    if (found.isEmpty()) {
      found.addAll(SCHEMA.check(yaml));
    }
    problems.addAll(found);
    return found.isEmpty() ? new FlowTestFiles(file, yaml, lookups, problems).tests() : List.of();
  }

  private List<FlowTest> tests() {
    JsonNode root = yaml.root();
    TestWorld given = new TestWorld(yaml, lookups, problems);
    FlowTest.World world = new FlowTest.World(
        root.path("caller").asText("+4930123456"), root.path("called").asText("+4930555000"), root.path("language").asText("en"), given.atMs(),
        given.answers(), standings(root.path("queues")));
    List<FlowTest> tests = new ArrayList<>();
    root.get("tests").properties().forEach(each -> {
      List<FlowTest.Placed> acts = new ArrayList<>();
      for (int i = 0; i < each.getValue().size(); i++) {
        String pointer = "/tests/" + each.getKey().replace("~", "~0").replace("/", "~1") + "/" + i;
        int line = yaml.spot(pointer).line();
        act(pointer, each.getValue().get(i)).ifPresent(act -> acts.add(new FlowTest.Placed(line, act)));
      }
      tests.add(new FlowTest(file, each.getKey(), root.get("flow").asText(), world, List.copyOf(acts)));
    });
    return tests;
  }

  private static Map<String, FlowTest.Standing> standings(JsonNode given) {
    Map<String, FlowTest.Standing> standings = new HashMap<>();
    given.properties().forEach(each -> standings.put(each.getKey(), new FlowTest.Standing(
        each.getValue().path("waiting").asInt(0), each.getValue().path("agents").asInt(0), each.getValue().path("ready").asInt(0),
        each.getValue().path("expected_s").asInt(-1))));
    return standings;
  }

  private Optional<Act> act(String pointer, JsonNode given) {
    if (given.isTextual()) {
      return Optional.of(switch (given.asText()) {
        case "silent" -> new Act.Silent();
        case "talks" -> new Act.Talks();
        case "speaks" -> new Act.SpeaksMessage(true);
        case "says_nothing" -> new Act.SpeaksMessage(false);
        case "agent_hangs_up" -> new Act.AgentHangsUp();
        default -> new Act.HangsUp();
      });
    }
    Map.Entry<String, JsonNode> only = given.properties().iterator().next();
    JsonNode value = only.getValue();
    String word = value.asText().toUpperCase(Locale.ROOT);
    return Optional.of(switch (only.getKey()) {
      case "hears" -> new Act.Hears(words(value));
      case "presses" -> new Act.Presses(value.asText());
      case "queue" -> new Act.InQueue(value.asText());
      case "refused" -> new Act.Refused(QueueRefusal.valueOf(word));
      case "leaves" -> leaves(value);
      case "transfer" -> new Act.Transferred(value.asText());
      case "transfer_ends" -> new Act.TransferEnds(TransferEnding.valueOf(word));
      case "callback" -> new Act.Callback(value.asText().equals("booked"));
      case "ends" -> new Act.Ends(Ending.valueOf(word));
      case "knows" -> new Act.Knows(texts(value));
      case "step" -> new Act.At(value.asText());
      default -> throw new IllegalArgumentException("the schema knows an act that the program does not: " + pointer);
    });
  }

  private static Act.Leaves leaves(JsonNode given) {
    if (given.has("key")) {
      return new Act.Leaves(QueueExit.KEY, given.get("key").asText(), "");
    }
    return given.isObject()
        ? new Act.Leaves(QueueExit.OVERFLOW, "", given.get("overflow").asText())
        : new Act.Leaves(QueueExit.valueOf(given.asText().toUpperCase(Locale.ROOT)), "", "");
  }

  private static List<FlowTest.Words> words(JsonNode given) {
    List<FlowTest.Words> all = new ArrayList<>();
    given.forEach(each -> all.add(
        each.isObject() ? new FlowTest.Words("", each.get(TEXT).asText()) : new FlowTest.Words(each.asText(), "")));
    return List.copyOf(all);
  }

  private static Map<String, String> texts(JsonNode given) {
    Map<String, String> texts = new HashMap<>();
    given.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }
}
