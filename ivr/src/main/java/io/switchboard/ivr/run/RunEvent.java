package io.switchboard.ivr.run;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.ivr.lookup.Found;
import org.jspecify.annotations.Nullable;

/** What a run is told. */
public sealed interface RunEvent {
  /** The caller was admitted: his flow begins. */
  record Started() implements RunEvent {}

  /**
   * What happened lately may not have been heard: the step is run again from its beginning,
   * unless Asterisk goes on with it by itself. {@code errand}: the last transfer or message that Asterisk began for him, or 0.
   */
  record Resumed(int errand) implements RunEvent {
    /** Asterisk has begun neither a transfer nor a recording for him. */
    public Resumed() {
      this(0);
    }
  }

  /** One key: 0-9 * # A-D. */
  record KeyPressed(char key) implements RunEvent {}

  /** {@code heard} false: it could not be played; the flow goes on all the same. */
  record PlayEnded(int play, boolean heard) implements RunEvent {}

  record TimedOut(int timer) implements RunEvent {}

  record Refused(QueueId queue, QueueRefusal reason) implements RunEvent {}

  /** {@code key}: the one by which he left, else empty. {@code rule}: the one of overflow, else empty. */
  record LeftQueue(QueueId queue, QueueExit exit, String key, String rule) implements RunEvent {
    /** Neither by a key nor by a rule. */
    public LeftQueue(QueueId queue, QueueExit exit) {
      this(queue, exit, "", "");
    }

    /** By this key. */
    public LeftQueue(QueueId queue, QueueExit exit, String key) {
      this(queue, exit, key, "");
    }
  }

  /** {@code talk}: with whom; null where it does not matter. */
  record Connected(@Nullable Talk talk) implements RunEvent {
    /** With somebody. */
    public Connected() {
      this(null);
    }
  }

  /** The agent has ended their talk, and he is still there. */
  record TalkOver() implements RunEvent {}

  /** How the queue stands. */
  record QueueTold(CallSignal.QueueStands queue) implements RunEvent {}

  /** What came of the lookup of that number. */
  record LookedUp(int number, Found found) implements RunEvent {}

  /** {@code booked} false: he will not be called back. */
  record CallbackAnswered(boolean booked) implements RunEvent {}

  record TransferTalks(int errand) implements RunEvent {}

  record TransferOver(int errand, TransferEnding ending, long talkMs) implements RunEvent {}

  record Recorded(int errand) implements RunEvent {}

  /** {@code kept} false: it was too short, or could not be kept. */
  record RecordingKept(int errand, boolean kept) implements RunEvent {}

  record CallerGone() implements RunEvent {}
}
