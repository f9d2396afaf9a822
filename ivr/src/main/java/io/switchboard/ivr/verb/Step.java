package io.switchboard.ivr.verb;

import java.util.List;

/** One step of a flow: a verb and what it is applied to. */
public sealed interface Step
    permits Speaking, Asking, Page, Outcome, Language, OpeningHours, Queueing, WaitCondition, Callback, Transfer, Voicemail, Recording, Decide, Assign, LookUp, SubFlow,
        Return, Hangup {

  /** The verb as files write it. */
  String verb();

  /** Every step that may follow; empty for an end. */
  List<Branch> branches();

  /** Everything that may be said here. */
  List<Spoken> says();

  /** A caller comes to this step: {@code turn} is told what happens. */
  void enter(Turn turn);

  /**
   * A way out of a step.
   *
   * @param at where it stands below the step, as a JSON pointer, e.g. {@code /menu/keys/1}
   * @param to the step that follows
   * @param keys how many keys the caller must press to go here; 0: he need not press any
   * @param chosen it is the right key that leads here; a caller who presses nothing, wrong keys, or an entry never comes here
   */
  record Branch(String at, String to, int keys, boolean chosen) {
    /** Nothing that the caller presses leads here. */
    public static Branch on(String at, String to) {
      return new Branch(at, to, 0, false);
    }

    /** One key leads here. */
    public static Branch key(String at, String to) {
      return new Branch(at, to, 1, true);
    }

    /** An entry of at least so many keys leads here. */
    public static Branch entry(String at, String to, int keys) {
      return new Branch(at, to, keys, false);
    }
  }

  /** Something said, and where it stands below the step, as a JSON pointer. */
  record Spoken(String at, Saying saying) {}
}
