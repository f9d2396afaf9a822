package io.switchboard.ivr.run;

import io.switchboard.core.id.CallId;
import java.util.HashMap;
import java.util.Map;

/**
 * By which request a data source knows a question of a call. The same step asks with the same request until a source has answered it, whichever
 * way led there again and whatever was entered on it: of a question that nobody answered, for the platform died or the source failed, nobody
 * knows whether it was carried out.
 *
 * @param answered {@code flow:step} → how often a source has answered it in this call; these names hold no colon
 */
public record Requests(Map<String, Integer> answered) {
  static final Requests NONE = new Requests(Map.of());

  public Requests {
    answered = Map.copyOf(answered);
  }

  /** The request by which this step asks now: {@code call:flow:step:n}. */
  String of(CallId call, String flow, String step) {
    int number = answered.getOrDefault(question(flow, step), 0) + 1;
    return call.value() + ":" + question(flow, step) + ":" + number;
  }

  /** {@code outcome}, as facts name it, came of what this step asked. */
  Requests told(String flow, String step, String outcome) {
    if (outcome.equals(Frames.FAILED)) {
      return this;
    }
    Map<String, Integer> more = new HashMap<>(answered);
    more.merge(question(flow, step), 1, Integer::sum);
    return new Requests(more);
  }

  private static String question(String flow, String step) {
    return flow + ":" + step;
  }
}
