package io.switchboard.ivr.lookup;

import io.switchboard.ivr.lookup.Lookups.Asked;

/** A data source, as the adapter of its technology reaches it. Safe from any thread. */
public interface Source extends AutoCloseable {
  /** As the configuration names it. */
  String name();

  /** How many questions it is asked at the same time. */
  int atOnce();

  /** Gives everything back; questions that are still asked fail. */
  @Override
  void close();

  /** A lookup that is asked of this source. */
  interface Question {
    Lookup lookup();

    /** The name of the source. */
    String source();

    /**
     * Asks and waits: on a virtual thread. Comes back by the deadline or soon after it, with nothing of the source still in use. What it is
     * asked fits the lookup.
     */
    Answer ask(Asked asked, Deadline deadline);

    /** Finds out, without asking it, whether the source would understand it. Waits, at most until the deadline. */
    Proof prove(Deadline deadline);
  }

  /**
   * What came of asking.
   *
   * @param alive whether the source itself works: also when it refuses this question, but not when it is silent, away or broken
   */
  record Answer(Found found, boolean alive) {
    public static Answer of(Found found) {
      return new Answer(found, true);
    }

    /** The source works, but this question cannot be answered. */
    public static Answer refused(String why) {
      return new Answer(new Found.Failed(why), true);
    }

    /** The source does not work. */
    public static Answer down(String why) {
      return new Answer(new Found.Failed(why), false);
    }
  }
}
