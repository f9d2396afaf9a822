package io.switchboard.acd.queue;

/**
 * What a caller hears while he waits.
 *
 * @param announceEveryMs how often he hears his position, up to 3,600,000 ms; 0: never
 * @param announceOnEntry whether he also hears it when he enters and nobody is free
 * @param musicClass what he hears meanwhile, as the telephone server names it
 * @param expectedWait whether he hears with his position why he waits, and how long he has still to wait where that is known
 * @param message the prompt that everybody hears who comes, and once everybody who waits when it is set; empty: none
 */
public record Waiting(
    long announceEveryMs, boolean announceOnEntry, String musicClass, boolean expectedWait, Comfort comfort, String message) {
  public Waiting {
    QueueSettings.within("announceEveryMs", announceEveryMs, 0, 3_600_000);
  }

  /** Whether anybody ever hears how long he has still to wait. */
  public boolean tellsWaits() {
    return expectedWait && (announceEveryMs > 0 || announceOnEntry);
  }

  /** Without a message. */
  public Waiting(long announceEveryMs, boolean announceOnEntry, String musicClass, boolean expectedWait, Comfort comfort) {
    this(announceEveryMs, announceOnEntry, musicClass, expectedWait, comfort, "");
  }

  /** The same, with this message. */
  public Waiting withMessage(String prompt) {
    return new Waiting(announceEveryMs, announceOnEntry, musicClass, expectedWait, comfort, prompt);
  }

  /** His position and music, nothing else. */
  public Waiting(long announceEveryMs, boolean announceOnEntry, String musicClass) {
    this(announceEveryMs, announceOnEntry, musicClass, false, Comfort.NONE);
  }
}
