package io.switchboard.core.interaction;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.interaction.Voicemail.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What people are to do after a call: call a customer back who gave a bad score, or deal with a message.
 *
 * @param id within the tenant; of a message, that of the message
 * @param queue whose agents see it; null: supervisors only
 * @param call the interaction that it came of
 * @param number the customer's, or empty where he withheld it
 * @param language of his call, or empty where it is not known
 * @param score why he is to be called back; null: it is a message
 * @param messageMs how long the message is; 0: there is none
 * @param madeAtMs milliseconds since the epoch
 * @param dueAtMs by when, milliseconds since the epoch, or null
 * @param seen who took note of it first: a supervisor of a bad score, whoever heard a message last; or null
 * @param done who has dealt with it, or null
 * @param note what he wrote of it, or empty
 * @param calledBack who asked for the last callback for its sake, or null
 */
public record Task(
    String id, @Nullable QueueId queue, CallId call, String number, String callerName, String language, @Nullable Score score,
    long messageMs, long madeAtMs, @Nullable Long dueAtMs, @Nullable Mark seen, @Nullable Mark done, String note, @Nullable Mark calledBack) {

  /** What there is to do. */
  public enum Kind {
    CALL_BACK,
    VOICEMAIL
  }

  /** {@code agent}: the name of him with whom the customer had talked, or empty. */
  public record Score(String survey, int score, String agent) {}

  public Kind kind() {
    return score == null ? Kind.VOICEMAIL : Kind.CALL_BACK;
  }

  /** Its time has passed and nobody has dealt with it. */
  public boolean overdue(long nowMs) {
    return done == null && dueAtMs != null && dueAtMs < nowMs;
  }
}
