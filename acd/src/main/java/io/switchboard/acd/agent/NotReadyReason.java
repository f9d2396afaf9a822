package io.switchboard.acd.agent;

import java.util.Set;

/**
 * A reason for being not ready, as a company names it.
 *
 * @param limitMs how long it may last, up to 24 h; 0: as long as he likes
 * @param thenReady what follows when that has passed: he is ready again by himself; false: the supervisor is told
 */
public record NotReadyReason(long limitMs, boolean thenReady) {
  /** He has just signed in. */
  public static final String SIGNED_IN = "signed_in";
  public static final String NO_ANSWER = "no_answer";
  public static final String BUSY = "busy";
  public static final String DECLINED = "declined";
  /** Those that the platform gives itself; nobody may ask for one. */
  public static final Set<String> RESERVED = Set.of(SIGNED_IN, NO_ANSWER, BUSY, DECLINED);

  /** As long as he likes. */
  public static final NotReadyReason FREE = new NotReadyReason(0, false);

  public NotReadyReason {
    if (limitMs < 0 || limitMs > 24 * 3_600_000L) {
      throw new IllegalArgumentException("a limit is from 0 to 24 h, not " + limitMs + " ms");
    }
  }
}
