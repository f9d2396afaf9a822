package io.switchboard.ivr.verb;

import java.util.List;

/** One step of a flow: a verb and what it is applied to. */
public sealed interface Step permits Play, Menu, Language, OpeningHours, Enqueue, Callback, Transfer, Voicemail, Hangup {

  /** The verb as files write it. */
  String verb();

  /** Every step that may follow; empty for an end. */
  List<Branch> branches();

  /** Everything that may be said here. */
  List<Spoken> says();

  /** A caller comes to this step: exactly one call of {@code turn} says what happens. */
  void enter(Turn turn);

  /**
   * A way out of a step.
   *
   * @param at where it stands below the step, as a JSON pointer, e.g. {@code /menu/keys/1}
   * @param to the step that follows
   * @param chosen the caller must press the right key to go here; a caller who presses nothing, or only wrong keys, never does
   */
  record Branch(String at, String to, boolean chosen) {}

  /** Something said, and where it stands below the step, as a JSON pointer. */
  record Spoken(String at, Saying saying) {}
}
