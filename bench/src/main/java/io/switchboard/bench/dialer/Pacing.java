package io.switchboard.bench.dialer;

/** Whoever says when to dial, told all that happens. Dials and agents go by numbers from 0. */
interface Pacing {
  void opens(long nowMs, long closesMs);

  /** Nothing is outstanding. */
  void dayEnds();

  void ready(int agent, long nowMs);

  void wrappingUp(int agent, long nowMs);

  void away(int agent, long nowMs);

  /** May an agent who is idle go on a break? */
  boolean mayRelease();

  void placed(int dial, long nowMs);

  void answered(int dial, int agent, long nowMs);

  void answeredAndWaits(int dial, long nowMs);

  void joined(int agent, long nowMs);

  void abandoned();

  void ended(int dial, long nowMs);

  void takenBack(int dial, long nowMs);

  /** How many to dial; asked each second, and when an agent becomes ready. */
  int dials(long nowMs);

  /** A dial to end now, or -1. */
  int takeBack(long nowMs);
}
