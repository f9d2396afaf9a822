package io.switchboard.ivr.flow;

import io.switchboard.ivr.verb.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ways through a flow whose steps all exist. Only a right key may lead back to where the caller has been: then a caller who presses
 * nothing, or only wrong keys, comes to an end after a bounded time, and no way turns in a circle without him.
 */
final class FlowWays {
  private final Flow flow;
  private final List<FlowCheck.Finding> findings = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private final LinkedHashSet<String> path = new LinkedHashSet<>();

  private FlowWays(Flow flow) {
    this.flow = flow;
  }

  static List<FlowCheck.Finding> check(Flow flow) {
    FlowWays ways = new FlowWays(flow);
    Set<String> reachable = ways.reachable(flow.first());
    flow.steps().keySet().stream().filter(step -> !reachable.contains(step)).forEach(ways::unreachable);
    reachable.forEach(ways::follow);
    return ways.findings;
  }

  private void unreachable(String step) {
    find(step, "no way leads from the first step to '" + step + "'", "a branch that leads to it, or this step removed");
  }

  private Set<String> reachable(String from) {
    Set<String> seen = new LinkedHashSet<>(List.of(from));
    List<String> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      flow.step(open.removeLast()).branches().stream().map(Step.Branch::to).filter(seen::add).forEach(open::add);
    }
    return seen;
  }

  /** Goes every way that needs no right key, depth first; a step met again on the same path closes a circle. */
  private void follow(String step) {
    if (done.contains(step)) {
      return;
    }
    path.add(step);
    flow.step(step).branches().stream().filter(Predicate.not(Step.Branch::chosen)).map(Step.Branch::to).distinct().forEach(next -> {
      if (path.contains(next)) {
        circle(next);
      } else {
        follow(next);
      }
    });
    path.remove(step);
    done.add(step);
  }

  private void circle(String back) {
    List<String> all = new ArrayList<>(path);
    String shown = String.join(" -> ", all.subList(all.indexOf(back), all.size())) + " -> " + back;
    boolean ends = reachable(back).stream().anyMatch(step -> flow.step(step).branches().isEmpty());
    if (ends) {
      find(back, "a caller who presses no right key goes round for ever: " + shown, "a way that leads on to a hangup");
    } else {
      find(back, "no way leads from here to an end: " + shown, "a branch that leads to a hangup");
    }
  }

  private void find(String step, String wrong, String right) {
    findings.add(new FlowCheck.Finding("/steps/" + step, wrong, right));
  }
}
