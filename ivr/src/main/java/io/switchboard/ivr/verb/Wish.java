package io.switchboard.ivr.verb;

import java.util.Map;

/**
 * What a flow asks of the queue for its caller.
 *
 * @param priority 0 (none) to 10 (highest)
 * @param skills required skill → least level (1 to 10), beyond those that the queue requires
 * @param valueClass of the customer, as the tenant names its classes; empty: none
 * @param agent the name of the agent whom he waits for first; empty: anybody
 * @param keepWait whether his wait in the queue where he was before counts in this one
 * @param onlyMs he is for that agent alone, whose phone may ring for so long; 0: for anybody
 */
public record Wish(int priority, Map<String, Integer> skills, String valueClass, String agent, boolean keepWait, long onlyMs) {
  /** For anybody. */
  public Wish(int priority, Map<String, Integer> skills, String valueClass, String agent, boolean keepWait) {
    this(priority, skills, valueClass, agent, keepWait, 0);
  }

  public static final int MOST_PRIORITY = 10;

  /** Nothing beyond the queue itself. */
  public static final Wish NONE = new Wish(0, Map.of(), "", "", false);

  /** The same with this priority. */
  public Wish priority(int other) {
    return new Wish(other, skills, valueClass, agent, keepWait, onlyMs);
  }
}
