package io.switchboard.ivr.flow;

import io.switchboard.ivr.verb.Choose;
import io.switchboard.ivr.verb.Outcome;
import io.switchboard.ivr.verb.Page;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.SubFlow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * From every page of a script the agent's choices lead to an outcome for certain, whatever answers, conditions, hours and data sources
 * decide on his way. It is the least set that holds every end, each choice of which one way is in it, and each other step of which every way
 * is. A step that may be come to a limited number of times counts as in it as long as its own ways do: nobody goes round by it for ever.
 */
final class Outcomes {
  private final Flow script;
  private Set<String> certain = Set.of();

  private Outcomes(Flow script) {
    this.script = script;
  }

  static void check(Flow script, Findings findings) {
    Outcomes all = new Outcomes(script);
    all.settle();
    script.steps().forEach((name, step) -> {
      if (step instanceof Page && !all.certain.contains(name)) {
        findings.add("/steps/" + name, "from here nothing that is chosen leads for certain to an outcome", "a choice that leads on to an outcome");
      }
    });
  }

  /** Each round either takes a limited step for less than it was taken for, or is the last one. */
  private void settle() {
    Set<String> limited = new HashSet<>(script.limits().keySet());
    boolean held = false;
    while (!held) {
      certain = grownFrom(limited);
      held = !limited.removeIf(step -> !leads(step));
    }
  }

  private Set<String> grownFrom(Set<String> seeds) {
    certain = new HashSet<>(seeds);
    boolean grown = true;
    while (grown) {
      List<String> more = script.steps().keySet().stream().filter(step -> !certain.contains(step) && leads(step)).toList();
      grown = certain.addAll(more);
    }
    return certain;
  }

  private boolean leads(String name) {
    Limit limit = script.limits().get(name);
    return (limit == null || certain.contains(limit.then())) && switch (script.step(name)) {
      case Outcome outcome -> true;
      case Return exit -> true;
      case SubFlow sub -> sub.branches().stream().map(Step.Branch::to).allMatch(certain::contains); // one without exits ends by itself
      case Choose choose -> choose.branches().stream().map(Step.Branch::to).anyMatch(certain::contains);
      default -> allLead(script.step(name));
    };
  }

  private boolean allLead(Step step) {
    return !step.branches().isEmpty() && step.branches().stream().map(Step.Branch::to).allMatch(certain::contains);
  }
}
