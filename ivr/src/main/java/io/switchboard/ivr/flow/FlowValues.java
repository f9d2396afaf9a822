package io.switchboard.ivr.flow;

import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.prompt.reading.Slot;
import io.switchboard.ivr.prompt.reading.SpokenText;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nothing is read where it cannot have a value yet. A variable has one at a step if it is a parameter, or if some way from the first step to
 * here puts something into it; where no way does it would be empty for every caller, which nobody means. Empty on some ways only is no
 * mistake: a counter begins at 0.
 */
final class FlowValues {
  private final Flow flow;
  private final PromptBook prompts;
  private final Findings findings;
  /** Step that can be reached → the variables that may hold something as a caller comes to it. */
  private final Map<String, Set<String>> known = new HashMap<>();

  private FlowValues(Flow flow, PromptBook prompts, Findings findings) {
    this.flow = flow;
    this.prompts = prompts;
    this.findings = findings;
  }

  static void check(Flow flow, PromptBook prompts, Findings findings) {
    FlowValues values = new FlowValues(flow, prompts, findings);
    values.spread();
    flow.steps().keySet().stream().filter(values.known::containsKey).forEach(values::read);
  }

  /** What is known grows only, and is finite: so it ends. */
  private void spread() {
    known.put(flow.first(), new HashSet<>(flow.variables().parameters()));
    List<String> open = new ArrayList<>(List.of(flow.first()));
    while (!open.isEmpty()) {
      String step = open.removeLast();
      for (Step.Branch branch : flow.branches(step)) {
        Set<String> after = after(step, branch);
        boolean fresh = !known.containsKey(branch.to());
        if (known.computeIfAbsent(branch.to(), to -> new HashSet<>()).addAll(after) || fresh) {
          open.add(branch.to());
        }
      }
    }
  }

  private Set<String> after(String name, Step.Branch branch) {
    Set<String> after = new HashSet<>(known.getOrDefault(name, Set.of()));
    Uses uses = Uses.of(flow.step(name));
    if (uses.forgetsSecrets() && !branch.at().startsWith("/at_most")) {
      after.removeAll(flow.variables().secrets());
    }
    after.addAll(uses.fills(branch));
    return after;
  }

  private void read(String name) {
    Step step = flow.step(name);
    String at = "/steps/" + name;
    Uses uses = Uses.of(step);
    Set<String> here = known.getOrDefault(name, Set.of());
    uses.reads().forEach((pointer, variables) -> variables.forEach(variable -> has(at + pointer, variable, here)));
    Set<String> said = new HashSet<>(here);
    said.addAll(uses.readsBack());
    step.says().forEach(spoken -> named(spoken.saying()).distinct().sorted().forEach(variable -> has(at + spoken.at(), variable, said)));
  }

  private Stream<String> named(Saying saying) {
    Stream<Slot> slots = switch (saying) {
      case Saying.Text text -> text.byLanguage().values().stream().flatMap(words -> SpokenText.of(words).slots().stream());
      case Saying.Prompt prompt -> prompts.languages().stream().flatMap(language -> prompts.find(language, prompt.id()).stream())
          .flatMap(found -> found.slots().stream());
    };
    return slots.flatMap(slot -> slot.arguments().stream());
  }

  private void has(String pointer, String variable, Set<String> here) {
    Variables declared = flow.variables();
    if (here.contains(variable)) {
      return;
    }
    if (declared.secrets().contains(variable)) {
      findings.add(pointer, "the secret '" + variable + "' is empty here: on no way to this step it was entered since a lookup forgot it, if it ever was",
          "a collect into '" + variable + "' before this step");
    } else if (declared.types().containsKey(variable)) {
      findings.add(pointer, "'" + variable + "' is empty here: no way to this step puts anything into it",
          "a step before this one that does, or it among the parameters");
    }
  }
}
