package io.switchboard.ivr.flow;

import io.switchboard.ivr.verb.Asking;
import io.switchboard.ivr.verb.Callback;
import io.switchboard.ivr.verb.Hangup;
import io.switchboard.ivr.verb.Menu;
import io.switchboard.ivr.verb.Queueing;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.Transfer;
import io.switchboard.ivr.verb.Voicemail;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * How many keys a caller must press, from every menu, until he comes to a person (a queue, a number, a callback, a mailbox) or to a clean
 * end: at most {@link #MOST}, if he presses the right ones, whatever hours, conditions and data sources decide on his way. It is the game of
 * the caller, who chooses keys, against all else, which chooses the other branches; its value for each step is the least fixed point of
 * min over his keys and max over the rest. To wait and press nothing is no way out: he would not know of it.
 */
final class FlowPresses {
  static final int MOST = 12;
  private static final int NEVER = Integer.MAX_VALUE;

  private final Flow flow;
  private final Map<String, Integer> presses = new HashMap<>();

  private FlowPresses(Flow flow) {
    this.flow = flow;
  }

  static void check(Flow flow, Findings findings) {
    FlowPresses all = new FlowPresses(flow);
    all.settle();
    Map<String, String> keys = all.shortestKeys();
    flow.steps().forEach((name, step) -> {
      if (step instanceof Menu && all.value(name) > MOST) {
        String pressed = keys.getOrDefault(name, "");
        findings.add("/steps/" + name,
            "from here no " + MOST + " keys lead for certain to a person or to an end; a caller comes here "
                + (pressed.isEmpty() ? "without a key" : "by the keys " + pressed),
            "a key that leads to a queue, a transfer, a callback, a voicemail or a hangup");
      }
    });
  }

  /** Values only fall, and each is one of finitely many: so it ends. */
  private void settle() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<String, Step> step : flow.steps().entrySet()) {
        int now = now(step.getKey(), step.getValue());
        if (now < value(step.getKey())) {
          presses.put(step.getKey(), now);
          changed = true;
        }
      }
    }
  }

  private int value(String step) {
    return presses.getOrDefault(step, NEVER);
  }

  private int now(String name, Step step) {
    if (step instanceof Queueing || step instanceof Transfer || step instanceof Callback || step instanceof Voicemail
        || step instanceof Hangup || step instanceof Return) {
      return 0;
    }
    if (step instanceof Asking) {
      return flow.branches(name).stream().filter(branch -> branch.keys() > 0).mapToInt(this::through).min().orElse(NEVER);
    }
    return flow.branches(name).stream().mapToInt(this::through).max().orElse(0);
  }

  private int through(Step.Branch branch) {
    int after = value(branch.to());
    return after > MOST ? NEVER : after + branch.keys();
  }

  /** Step → the fewest keys that lead to it from the first one, if all else goes the shortest way. */
  private Map<String, String> shortestKeys() {
    record Way(String step, int length, String keys) {}
    Map<String, String> shortest = new HashMap<>();
    Set<String> seen = new HashSet<>();
    PriorityQueue<Way> open = new PriorityQueue<>(Comparator.comparingInt(Way::length));
    open.add(new Way(flow.first(), 0, ""));
    while (!open.isEmpty()) {
      Way way = open.poll();
      if (!seen.add(way.step())) {
        continue;
      }
      shortest.put(way.step(), way.keys());
      for (Step.Branch branch : flow.branches(way.step())) {
        String key = branch.chosen() ? branch.at().substring(branch.at().lastIndexOf('/') + 1) : "<" + branch.keys() + " digits>";
        String keys = branch.keys() == 0 ? way.keys() : (way.keys() + " " + key).strip();
        open.add(new Way(branch.to(), way.length() + branch.keys(), keys));
      }
    }
    return shortest;
  }
}
