package io.switchboard.ivr.flow;

import io.switchboard.ivr.verb.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ways through a flow whose steps all exist. Only the right key of a menu may lead back to where the caller has been, or a step that he
 * may come to a limited number of times: then a caller who presses nothing, wrong keys, or one wrong entry after the other, comes to an end
 * after a bounded time, and no way turns in a circle without him.
 *
 * <p>Why one search is enough: a way without end comes to some steps without end, so past each limit on it. From then on such a step leads
 * on to where its limit says. So there is an endless way exactly if there is a circle in which every limited step does that.
 */
final class FlowWays {
  private final Kind kind;
  private final Flow flow;
  private final Findings findings;
  private final Set<String> done = new HashSet<>();
  private final LinkedHashSet<String> path = new LinkedHashSet<>();

  private FlowWays(Kind kind, Flow flow, Findings findings) {
    this.kind = kind;
    this.flow = flow;
    this.findings = findings;
  }

  static void check(Kind kind, Flow flow, Findings findings) {
    FlowWays ways = new FlowWays(kind, flow, findings);
    Set<String> reachable = ways.reachable(flow.first());
    flow.steps().keySet().stream().filter(step -> !reachable.contains(step)).forEach(ways::unreachable);
    reachable.forEach(ways::follow);
  }

  private void unreachable(String step) {
    find(step, "no way leads from the first step to '" + step + "'", "a branch that leads to it, or this step removed");
  }

  private Set<String> reachable(String from) {
    Set<String> seen = new LinkedHashSet<>(List.of(from));
    List<String> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      flow.branches(open.removeLast()).stream().map(Step.Branch::to).filter(seen::add).forEach(open::add);
    }
    return seen;
  }

  /** Goes every way that needs no right key, depth first; a step met again on the same path closes a circle. */
  private void follow(String step) {
    if (done.contains(step)) {
      return;
    }
    path.add(step);
    unchosen(step).distinct().forEach(next -> {
      if (path.contains(next)) {
        circle(next);
      } else {
        follow(next);
      }
    });
    path.remove(step);
    done.add(step);
  }

  private Stream<String> unchosen(String step) {
    Limit limit = flow.limits().get(step);
    return limit != null
        ? Stream.of(limit.then())
        : flow.branches(step).stream().filter(Predicate.not(Step.Branch::chosen)).map(Step.Branch::to);
  }

  private void circle(String back) {
    List<String> all = new ArrayList<>(path);
    String shown = String.join(" -> ", all.subList(all.indexOf(back), all.size())) + " -> " + back;
    boolean ends = reachable(back).stream().anyMatch(step -> flow.branches(step).isEmpty());
    String end = kind == Kind.FLOW ? "a hangup" : "an outcome";
    if (ends) {
      String who = kind == Kind.FLOW ? "a caller who presses no right key goes round for ever: " : "the same pages come round for ever, without a choice: ";
      find(back, who + shown, "a way that leads on to " + end + ", or a step in the circle with at_most: {times: 3, then: ...}");
    } else {
      find(back, "no way leads from here to an end: " + shown, "a branch that leads to " + end);
    }
  }

  private void find(String step, String wrong, String right) {
    findings.add("/steps/" + step, wrong, right);
  }
}
