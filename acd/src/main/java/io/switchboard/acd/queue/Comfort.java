package io.switchboard.acd.queue;

import java.util.List;

/**
 * Messages over the music, one after the other and then from the beginning.
 *
 * @param prompts by their ids; none: nothing is heard
 * @param everyMs from one to the next, 5,000 to 3,600,000 ms
 */
public record Comfort(List<String> prompts, long everyMs) {
  public static final Comfort NONE = new Comfort(List.of(), 60_000);

  public Comfort {
    QueueSettings.within("everyMs", everyMs, 5_000, 3_600_000);
    prompts = List.copyOf(prompts);
  }

  /** How often one is heard, in milliseconds; 0: never. */
  public long distanceMs() {
    return prompts.isEmpty() ? 0 : everyMs;
  }
}
