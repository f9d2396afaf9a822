package io.switchboard.servers.sipp;

/** What a phone does with a call. */
public sealed interface Behaviour {

  /** Rings that long, then answers and talks. */
  record Answers(Span ring, Stay talk) implements Behaviour {}

  /** Rings until the other side gives up. */
  record RingsOnly() implements Behaviour {}

  /** Busy, by 486. */
  record Busy() implements Behaviour {}

  /** The agent presses reject: 603. */
  record Declines() implements Behaviour {}
}
