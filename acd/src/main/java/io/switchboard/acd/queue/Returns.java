package io.switchboard.acd.queue;

import io.switchboard.core.line.Destinations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How callers who are off the line, or whose agent is, keep their place.
 *
 * @param redialMs who hung up or lost the line takes up his place when he calls again within this time; up to 3,600,000 ms, 0: he does not
 * @param callback how customers are called back; null: they are not
 * @param toAgentMs how long a caller whose agent's phone was lost is offered back to that agent alone, 0 to 600,000
 */
public record Returns(long redialMs, @Nullable Callback callback, long toAgentMs) {
  private static final long TO_AGENT_MS = 20_000;

  /** Who is off the line has lost his place. */
  public static final Returns NONE = new Returns(0, null);

  /** Who lost his agent is offered back to him for 20 s. */
  public Returns(long redialMs, @Nullable Callback callback) {
    this(redialMs, callback, TO_AGENT_MS);
  }

  public Returns {
    QueueSettings.within("toAgentMs", toAgentMs, 0, 600_000);
    QueueSettings.within("redialMs", redialMs, 0, 3_600_000);
  }

  /**
   * How customers are called back: when it is their turn and an agent is reserved for them.
   *
   * @param from our number that they see, E.164
   * @param trunks over which they are dialled, in this order
   * @param numbers beginnings of the numbers that may be dialled, e.g. {@code +49}; what does not begin so is refused
   * @param ringMs how long their phone rings, 5,000 to 120,000
   * @param attempts how often they are dialled, 1 to 10
   * @param retryMs between two attempts, 10,000 to 86,400,000
   * @param most so many customers may wait to be called back, 1 to 10,000; more are refused
   * @param windowMs after which nobody is called back any more, 60,000 to 604,800,000 from booking
   */
  public record Callback(
      String from, List<String> trunks, List<String> numbers, long ringMs, int attempts, long retryMs, long windowMs,
      int most) {
    public Callback {
      QueueSettings.within("callback: ringMs", ringMs, 5_000, 120_000);
      QueueSettings.within("callback: attempts", attempts, 1, 10);
      QueueSettings.within("callback: retryMs", retryMs, 10_000, 86_400_000);
      QueueSettings.within("callback: windowMs", windowMs, 60_000, 604_800_000);
      QueueSettings.within("callback: most", most, 1, 10_000);
      trunks = List.copyOf(trunks);
      numbers = List.copyOf(numbers);
    }

    /** Whether this number is one in E.164 that may be dialled. */
    public boolean allows(String number) {
      return !numbers.isEmpty() && new Destinations(numbers).allows(number);
    }
  }
}
