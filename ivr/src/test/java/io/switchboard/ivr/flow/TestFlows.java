package io.switchboard.ivr.flow;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.Destinations;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.SipDestinations;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.adapter.cel.CelExpressions;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.value.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Flows of tests, written as an administrator writes them, and refused as his are. */
public final class TestFlows {
  public static final PromptBook PROMPTS = prompts("a", "b", "c", "no-key", "wrong-key", "wrong-entry", "bye");
  public static final Map<String, Lookup> LOOKUPS = Map.of(
      "account", new Lookup("account", Map.of("number", Type.TEXT), Set.of(), Map.of("balance", Type.NUMBER, "name", Type.TEXT), 2_000),
      "pin", new Lookup("pin", Map.of("account", Type.TEXT, "pin", Type.TEXT), Set.of("pin"), Map.of("ok", Type.FLAG), 2_000));
  public static final Surroundings SURROUNDINGS = new Surroundings(
      Set.of("sales", "support"), Map.of("sales", Set.of("late")), Set.of("anna"), Set.of("english", "sales"), Set.of("vip"), List.of(new Destinations(List.of("+49"))),
      Map.of("first", new SipDestinations(List.of("pbx.example"), new NumberPlan("DE", ""))),
      Set.of("always", "never", "theirs"), PROMPTS, LOOKUPS, Map.of(), new CelExpressions());

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

  /** A configuration with these queues and destinations, and nothing else that flows could name. */
  public static Surroundings around(Set<String> queues, List<Destinations> destinations) {
    return new Surroundings(
        queues, Map.of(), Set.of(), Set.of(), Set.of(), destinations, Set.of("office"), PROMPTS, Map.of(), Map.of(), new CelExpressions());
  }

  public static Flow flow(String yaml) {
    return flows(Map.of("test", yaml)).named("test");
  }

  /** Flows that may call each other: name → text. */
  public static Flows flows(Map<String, String> yaml) {
    List<Problem> problems = new ArrayList<>();
    Flows flows = read(yaml, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.toString());
    }
    return flows;
  }

  private static Flows read(Map<String, String> yaml, List<Problem> problems) {
    Map<TenantId, Map<String, Hours>> hours =
        Map.of(new TenantId("demo"), Map.of("always", Hours.always(), "never", new Hours(ZoneId.of("UTC"), Map.of(), Set.of())));
    return FlowFiles.flows(yaml.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .map(each -> new FlowFiles.Written(each.getKey() + ".yaml", each.getKey(), each.getValue())).toList(), hours, SURROUNDINGS, problems);
  }

  /** What the checker says, line by line as people read it. */
  public static List<String> problems(String yaml) {
    return problems(Map.of("test", yaml));
  }

  public static List<String> problems(Map<String, String> yaml) {
    List<Problem> problems = new ArrayList<>();
    read(yaml, problems);
    return problems.stream().sorted().map(Problem::toString).toList();
  }
}
