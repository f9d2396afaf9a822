package io.switchboard.acd.queue;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * A rule by which a queue sends a waiting call on; the call's flow says where to: another queue, a number, voicemail. A call is looked at
 * when it has waited for {@code afterMs} (0: when it enters and no agent can have it at once), again every {@code everyMs} after that, and
 * when an agent let it ring in vain. It leaves when all of the rule's conditions hold.
 *
 * @param name by which the flow tells the rules apart
 * @param afterMs from entering the queue, up to 24 h
 * @param everyMs 0: it is looked at once; else 1,000 ms to 1 h
 * @param ahead so many calls stand before it, or more; 0: any number
 * @param expectedWaitMs the wait that is still expected of it is so long, or longer; not while too little is known to expect one. 0: any
 * @param signedInBelow fewer of the queue's agents are signed in; 0: any number
 */
public record Overflow(String name, long afterMs, long everyMs, int ahead, long expectedWaitMs, int signedInBelow) {
  public Overflow {
    QueueSettings.within("overflow '" + name + "': afterMs", afterMs, 0, 24 * 3_600_000L);
    if (everyMs != 0) {
      QueueSettings.within("overflow '" + name + "': everyMs", everyMs, 1_000, 3_600_000);
    }
    QueueSettings.within("overflow '" + name + "': ahead", ahead, 0, 1_000_000);
    QueueSettings.within("overflow '" + name + "': expectedWaitMs", expectedWaitMs, 0, 24 * 3_600_000L);
    QueueSettings.within("overflow '" + name + "': signedInBelow", signedInBelow, 0, 100_000);
  }

  /** Whatever wait is expected. */
  public Overflow(String name, long afterMs, long everyMs, int ahead, int signedInBelow) {
    this(name, afterMs, everyMs, ahead, 0, signedInBelow);
  }

  /**
   * Whether all conditions hold for a call with so many before it, in a queue with so many agents.
   *
   * @param expectsMs the wait that is expected of it from now on, asked for only if it matters; empty: too little is known
   */
  public boolean holds(int before, int signedIn, Supplier<OptionalDouble> expectsMs) {
    return before >= ahead && (signedInBelow == 0 || signedIn < signedInBelow)
        && (expectedWaitMs == 0 || expectsMs.get().orElse(0) >= expectedWaitMs);
  }
}
