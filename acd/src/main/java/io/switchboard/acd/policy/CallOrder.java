package io.switchboard.acd.policy;

/**
 * Which call comes first when an agent becomes free: the one whose answer is due first, over all his queues. A call is due at
 * <pre>{@code the moment from which its wait counts + answerWithinMs of its queue − points × what a point is worth}</pre>
 * where its wait counts from its entry, or from earlier when it brought one along, called again or is called back; and its points are its own priority (0 to 10), its queue's (0 to 10) and its customer's value class (0 to 10). Earliest due date first
 * makes the queue with the tighter goal more urgent at the same wait; and since every call's due time stands fast from its entry, each
 * second of waiting weighs the same for all (ageing) and nobody starves: a call is overtaken only by calls whose wait began at most
 * {@link #overtakenForMs} after it.
 *
 * @param priority the queue's, 0 to 10
 * @param answerWithinMs the goal of this queue, which makes its calls due; 0 to 3,600,000 ms
 */
public record CallOrder(int priority, long answerWithinMs) {
  /** The most points that a call can have: its own, the queue's, the value class's. */
  public static final int MOST_POINTS = 30;

  public CallOrder {
    if (priority < 0 || priority > 10) {
      throw new IllegalArgumentException("priority is from 0 to 10, not " + priority);
    }
    if (answerWithinMs < 0 || answerWithinMs > 3_600_000) {
      throw new IllegalArgumentException("answerWithinMs is from 0 to 3,600,000, not " + answerWithinMs);
    }
  }

  /** When a call of this queue whose wait counts from {@code sinceMs} is due; both milliseconds since the epoch. */
  public long dueMs(long sinceMs, int points, long pointWorthMs) {
    return sinceMs + answerWithinMs - points * pointWorthMs;
  }

  /**
   * How much later than that of a call of these points another's wait may begin and still be answered before it, at most.
   *
   * @param most the most points and the tightest goal that any call can have
   */
  public long overtakenForMs(int points, int most, long tightestMs, long pointWorthMs) {
    return Math.max(0, answerWithinMs - tightestMs + (most - points) * pointWorthMs);
  }
}
