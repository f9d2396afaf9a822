package io.switchboard.acd.replay;

import java.util.List;

/**
 * Chance that is the same for the same question, so that sets of rules are compared on the same callers and agents, whatever happened to them
 * before.
 */
final class Guess {
  private final long seed;

  Guess(long seed) {
    this.seed = seed;
  }

  /** Above 0 and below 1, uniform. */
  double chance(String about, Object whom) {
    long hash = mix(seed + 0x9e3779b97f4a7c15L);
    String question = about + " " + whom;
    for (int i = 0; i < question.length(); i++) {
      hash = mix(hash ^ question.charAt(i));
    }
    return ((hash >>> 11) + 0.5) * 0x1p-53;
  }

  <T> T one(List<T> of, String about, Object whom) {
    return of.get((int) (chance(about, whom) * of.size()));
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
