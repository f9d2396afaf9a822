package io.switchboard.servers.audio;

import java.util.List;

/**
 * A prompt followed through what was heard, from its first audible sample to the last that agrees.
 *
 * @param from the place in what was heard
 * @param to after it
 * @param whole to the prompt's end
 * @param or names of others that agree as long
 */
record Following(Sound sound, int from, int to, boolean whole, List<String> or) {
  /** Samples that are compared at once: 10 ms. */
  static final int STEP = Recording.RATE / 100;

  /** A lost packet or two, and no more, may lie between what agrees. */
  private static final int MOST_MISSES = 5;
  private static final double LEAST_ALIKE = 0.8;
  static final double QUIET_DBFS = -50;
  /** Over G.711, what was quiet is a little louder. */
  private static final double STILL_QUIET_DBFS = -45;
  /** Nobody misses so little of a prompt's end. */
  private static final int UNMISSED = 5 * STEP;

  /** @param place of the prompt's first sample, audible or not; may be negative */
  static Following of(short[] heard, Sound prompt, int place) {
    int agreed = prompt.onset();
    int misses = 0;
    for (int at = prompt.onset(); at < prompt.end() && misses <= MOST_MISSES; at += STEP) {
      int until = Math.min(prompt.end(), at + STEP);
      boolean quiet = quiet(prompt.samples(), at, until);
      if (agree(heard, place + at, prompt.samples(), at, until - at)) {
        misses = 0;
        agreed = quiet ? agreed : until;
      } else {
        misses++;
      }
    }
    return new Following(prompt, place + prompt.onset(), place + agreed, agreed >= prompt.end() - UNMISSED, List.of());
  }

  /** Whether these samples sound alike: both are quiet, or the same curve. */
  static boolean agree(short[] heard, int place, short[] known, int at, int count) {
    if (place < 0 || place + count > heard.length) {
      return false;
    }
    if (quiet(known, at, at + count)) {
      return Level.dbfs(heard, place, place + count) < STILL_QUIET_DBFS;
    }
    double product = 0;
    for (int i = 0; i < count; i++) {
      product += (double) heard[place + i] * known[at + i];
    }
    double norms = Math.sqrt(Level.energy(heard, place, place + count)) * Math.sqrt(Level.energy(known, at, at + count));
    return norms > 0 && product / norms >= LEAST_ALIKE;
  }

  private static boolean quiet(short[] samples, int from, int to) {
    return Level.dbfs(samples, from, to) < QUIET_DBFS;
  }

  /** A single word is said in many prompts. */
  boolean lastsToBeKnown() {
    return length() > Correlator.TEMPLATE - STEP;
  }

  int length() {
    return to - from;
  }

  /** Samples that both explain. */
  int shared(Following other) {
    return Math.min(to, other.to) - Math.max(from, other.from);
  }

  /** This one of those that agree as long: the first that is whole, and only where none is do the others count too. */
  Following among(List<Following> same) {
    Following chosen = same.stream().filter(Following::whole).findFirst().orElse(this);
    List<String> others = same.stream().filter(other -> other.whole == chosen.whole && !other.sound.name().equals(chosen.sound.name()))
        .map(other -> other.sound.name()).toList();
    return new Following(chosen.sound, chosen.from, chosen.to, chosen.whole, others);
  }
}
