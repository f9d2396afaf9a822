package io.switchboard.ivr.flow;

import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.PromptBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Flows of tests, written as an administrator writes them, and refused as his are. */
public final class TestFlows {
  public static final PromptBook PROMPTS = prompts("a", "b", "c", "no-key", "wrong-key", "bye");
  public static final Surroundings SURROUNDINGS = new Surroundings(
      Set.of("sales", "support"), Map.of("sales", Set.of("late")), Set.of("anna"), Set.of("vip"), Set.of("always", "never"), PROMPTS);

  private TestFlows() {}

  public static PromptBook prompts(String... ids) {
    Map<String, Map<String, Prompt>> byLanguage = new HashMap<>();
    for (String language : List.of("en", "zh")) {
      Map<String, Prompt> prompts = new HashMap<>();
      for (String id : ids) {
        prompts.put(id, new Prompt(language, id, language + " " + id, Optional.empty()));
      }
      prompts.put("queue-position", new Prompt(language, "queue-position", language + " {position}", Optional.empty()));
      byLanguage.put(language, prompts);
    }
    return new PromptBook(byLanguage);
  }

  public static Flow flow(String yaml) {
    List<Problem> problems = new ArrayList<>();
    Optional<Flow> flow = FlowFiles.flow("test.yaml", "test", yaml, SURROUNDINGS, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.toString());
    }
    return flow.orElseThrow();
  }

  /** What the checker says, line by line as people read it. */
  public static List<String> problems(String yaml) {
    List<Problem> problems = new ArrayList<>();
    FlowFiles.flow("test.yaml", "test", yaml, SURROUNDINGS, problems);
    return problems.stream().sorted().map(Problem::toString).toList();
  }
}
