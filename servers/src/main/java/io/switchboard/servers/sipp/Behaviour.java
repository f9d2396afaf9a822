package io.switchboard.servers.sipp;

/** What a phone does with a call. */
public sealed interface Behaviour {

  /** Rings that long, then answers and talks. */
  record Answers(Span ring, Stay talk) implements Behaviour {}

  /**
   * Answers, and talks until it is hung up or is to hang up, hearing and speaking at a port of the loopback address that others keep.
   *
   * @param audioPort as {@link CallerPlan#hearingAt} has it
   */
  record HearsAt(Span ring, Stay talk, int audioPort) implements Behaviour {}

  /** Answers, after a while puts the other side on hold, takes it back after another, and talks until it is hung up. */
  record Holds(Span ring, int afterMs, int heldMs) implements Behaviour {}

  /** Rings until the other side gives up. */
  record RingsOnly() implements Behaviour {}

  /** Busy, by 486. */
  record Busy() implements Behaviour {}

  /** The agent presses reject: 603. */
  record Declines() implements Behaviour {}
}
