package io.switchboard.bench.rig;

/**
 * What both queues are given.
 *
 * @param agents all of them serve the one queue; to 999
 * @param callers on the line at once at most
 * @param wrapUpS after each talk
 * @param menu whether a caller hears a prompt and presses 1 before he waits
 */
public record QueueSetup(int agents, int callers, int wrapUpS, boolean menu) {
  /** The n-th agent's name, from 0. */
  public static String agent(int number) {
    return "agent%03d".formatted(number);
  }
}
