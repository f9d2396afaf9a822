package io.switchboard.core.interaction;

import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import java.util.List;
import java.util.Optional;

/**
 * What a caller said after a beep, kept with his call.
 *
 * @param number within the call
 * @param atMs when it ended, milliseconds since the epoch
 * @param ms how long it is
 * @param file below the data directory
 */
public record Statement(CallId call, int number, long atMs, long ms, String file) {

  /** {@code facts}: of the call. */
  public static Optional<Statement> find(List<Fact> facts, int number) {
    return facts.stream().filter(Fact.Errand.RecordingKept.class::isInstance).map(Fact.Errand.RecordingKept.class::cast)
        .filter(kept -> kept.recording() == number).findFirst()
        .map(kept -> new Statement(kept.call(), number, kept.atMs(), kept.ms(), kept.file()));
  }

  /** {@code call-number}; no message of the call has the same. */
  public static String id(CallId call, int number) {
    return Voicemail.id(call, number);
  }
}
