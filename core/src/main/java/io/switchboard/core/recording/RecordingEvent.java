package io.switchboard.core.recording;

import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.RecordingRequest;

/** What {@link Recorder} decides upon. */
public sealed interface RecordingEvent {
  /** A fact that another stage made durable. */
  record Happened(Fact fact) implements RecordingEvent {}

  record Heard(LineEvent.OfTape line) implements RecordingEvent {}

  /** The link to the telephone server is there again. */
  record LineBack() implements RecordingEvent {}

  /** The stage opens after a restart. */
  record Opened() implements RecordingEvent {}

  record Asked(RecordingRequest request) implements RecordingEvent {}

  /** What is known of the customer. */
  record Answered(CallId call, Consent consent) implements RecordingEvent {}

  /** What is known of the customer whose call an agent says it is. */
  record Named(CallId call, Consent consent) implements RecordingEvent {}

  /** It could not be begun: no disk, no prompt. {@code why}: for the log, with the remedy. */
  record Unready(CallId call, int number, String why) implements RecordingEvent {}

  /** The time of {@link RecordingEffect.Again} has come. */
  record Again(CallId call, int number) implements RecordingEvent {}

  /** Where it is written nothing came in. */
  record Unwritten(CallId call, int number, String why) implements RecordingEvent {}

  /** What came in is complete. {@code file}: where it will be kept; empty: there is none. */
  record Complete(CallId call, int number, String file, long ms) implements RecordingEvent {}

  /** What a customer said of being recorded. */
  enum Consent {
    /** He agreed, or did not say. */
    NOT_REFUSED,
    REFUSED,
    /** It could not be found out. */
    UNKNOWN
  }
}
