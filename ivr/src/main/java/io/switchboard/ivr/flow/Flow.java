package io.switchboard.ivr.flow;

import io.switchboard.ivr.verb.Asking;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.SubFlow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a caller goes through: named steps, one of them the first.
 *
 * @param name as entry points name it, and its file without the extension
 * @param version digest of its text: two flows of the same version are the same
 * @param steps in the order of the file
 * @param limits step → how often he may come to it
 */
public record Flow(String name, String version, String first, Variables variables, Map<String, Step> steps, Map<String, Limit> limits) {
  public Flow {
    steps = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    limits = Map.copyOf(limits);
  }

  /** One that remembers nothing. */
  public Flow(String name, String version, String first, Map<String, Step> steps) {
    this(name, version, first, Variables.NONE, steps, Map.of());
  }

  /**
   * @throws IllegalStateException for a step that the checker would have refused
   */
  public Step step(String name) {
    Step step = steps.get(name);
    if (step == null) {
      throw new IllegalStateException("flow " + this.name + " has no step '" + name + "'");
    }
    return step;
  }

  /** Every way out of a step, the one that its limit opens included. */
  public List<Step.Branch> branches(String name) {
    List<Step.Branch> own = step(name).branches();
    Limit limit = limits.get(name);
    if (limit == null) {
      return own;
    }
    List<Step.Branch> all = new ArrayList<>(own);
    all.add(Step.Branch.on("/at_most/then", limit.then()));
    return all;
  }

  /** Whether every step to which it leads is in it. */
  public boolean whole() {
    return steps.containsKey(first) && steps.keySet().stream().flatMap(step -> branches(step).stream()).allMatch(to -> steps.containsKey(to.to()));
  }

  /** Whether a caller at this step may still be asked something; if not, keys that he pressed ahead answer nothing. */
  public boolean asksAfter(String from) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      for (Step.Branch branch : branches(open.removeLast())) {
        Step to = step(branch.to());
        if (to instanceof Asking || to instanceof SubFlow || to instanceof Return) {
          return true; // another flow may ask
        }
        if (seen.add(branch.to())) {
          open.add(branch.to());
        }
      }
    }
    return false;
  }
}
