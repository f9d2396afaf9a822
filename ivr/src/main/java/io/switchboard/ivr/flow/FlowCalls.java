package io.switchboard.ivr.flow;

import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.SubFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which flows call which: none calls itself, and not too many are one within the other. */
public final class FlowCalls {
  private final Map<String, Flow> flows;

  private FlowCalls(Map<String, Flow> flows) {
    this.flows = flows;
  }

  /** What is wrong with what this flow calls, if anything. */
  public static Optional<FlowCheck.Finding> check(String flow, Map<String, Flow> flows) {
    return flows.containsKey(flow) ? new FlowCalls(flows).follow(new ArrayList<>(List.of(flow))) : Optional.empty();
  }

  private Optional<FlowCheck.Finding> follow(List<String> chain) {
    Flow flow = flows.get(chain.getLast());
    if (flow == null) {
      return Optional.empty(); // said already
    }
    for (Map.Entry<String, Step> step : flow.steps().entrySet()) {
      if (step.getValue() instanceof SubFlow sub) {
        String shown = String.join(" -> ", chain) + " -> " + sub.flow();
        if (sub.flow().equals(chain.getFirst())) {
          return Optional.of(new FlowCheck.Finding("/steps", "this flow calls itself: " + shown, "a flow that does not lead back to this one"));
        }
        if (chain.contains(sub.flow())) {
          continue; // said where that one begins
        }
        if (chain.size() == SubFlow.MOST_DEEP) {
          return Optional.of(new FlowCheck.Finding(
              "/steps", "too many flows, one within the other: " + shown, "at most " + SubFlow.MOST_DEEP + " of them"));
        }
        chain.add(sub.flow());
        Optional<FlowCheck.Finding> deeper = follow(chain);
        chain.removeLast();
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }
}
