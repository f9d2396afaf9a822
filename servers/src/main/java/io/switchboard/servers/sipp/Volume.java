package io.switchboard.servers.sipp;

/**
 * How many calls, and how fast.
 *
 * @param perSecond new calls in a second at most
 */
public sealed interface Volume {
  double perSecond();

  /** That many calls, then no more. */
  record Times(int calls, double perSecond) implements Volume {}

  /** That many calls, then no more, and so many at a time at most: beyond it the rate is not kept. */
  record Paced(int calls, int atOnce, double perSecond) implements Volume {}

  /** That many at a time, without end: who is done is replaced. */
  record Population(int standing, double perSecond) implements Volume {}
}
