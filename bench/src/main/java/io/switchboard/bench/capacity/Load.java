package io.switchboard.bench.capacity;

import io.switchboard.bench.rig.QueueSetup;
import java.time.Duration;

/**
 * What callers and agents do.
 *
 * @param waiting callers on the line whom no agent has answered, at most
 * @param talkMs until the agent hangs up
 * @param seconds for which callers come
 */
record Load(int agents, int waiting, int talkMs, int wrapUpS, int seconds) {
  /** Those who are in the menu or just hanging up. */
  private static final int MORE_CALLERS = 200;
  private static final int SHORT_TRIAL = 4;
  private static final int SHORTEST_S = 5;

  QueueSetup setup() {
    return new QueueSetup(agents, callers(), wrapUpS, true);
  }

  /** On the line at once at most; enough that the limit of waiting is passed first. */
  int callers() {
    return agents + waiting + MORE_CALLERS;
  }

  /** Calls that the agents can take in a second. */
  double agentsPerSecond() {
    return agents * 1000.0 / (talkMs + wrapUpS * 1000);
  }

  /** More callers a second cannot be served whatever the queue: so many are taken, and so many may wait when the last one has come. */
  double mostPerSecond() {
    return agentsPerSecond() + (double) waiting / seconds;
  }

  /** So that all who wait when the last caller has come can be served, with as much again. */
  Duration toServe(long present) {
    return Duration.ofSeconds(20 + talkMs / 1000 + wrapUpS + (long) (2 * present / agentsPerSecond()));
  }

  int shortSeconds() {
    return Math.max(SHORTEST_S, seconds / SHORT_TRIAL);
  }
}
