package io.switchboard.ivr.run;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.QueueId;

/** What a run is told. */
public sealed interface RunEvent {
  /** The caller was admitted: his flow begins. */
  record Started() implements RunEvent {}

  /** What happened lately may not have been heard: the step is run again from its beginning. */
  record Resumed() implements RunEvent {}

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

  record Connected() implements RunEvent {}

  record CallerGone() implements RunEvent {}
}
