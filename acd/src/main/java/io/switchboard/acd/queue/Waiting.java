package io.switchboard.acd.queue;

/**
 * What a caller hears while he waits.
 *
 * @param announceEveryMs how often he hears his position, up to 3,600,000 ms; 0: never
 * @param announceOnEntry whether he also hears it when he enters and nobody is free
 * @param musicClass what he hears meanwhile, as the telephone server names it
 */
public record Waiting(long announceEveryMs, boolean announceOnEntry, String musicClass) {
  public Waiting {
    QueueSettings.within("announceEveryMs", announceEveryMs, 0, 3_600_000);
  }
}
