package io.switchboard.acd.replay;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.signal.CallSignal;
import org.jspecify.annotations.Nullable;

/**
 * One time that a call came to a queue.
 *
 * @param wish to be let into this queue, as it was asked for; of a call that was refused only call, queue and caller are known
 */
record Entry(long atMs, CallSignal.Enqueue wish, End end) {
  /** How it ended in the record. */
  sealed interface End {
    /** When it was over, and the call was on its own again; milliseconds since the epoch. */
    long atMs();

    /**
     * @param waitMs until then
     * @param handling null: the talk had not ended where the record ends
     */
    record Answered(long atMs, OfferId offer, long waitMs, @Nullable Handling handling) implements End {}

    /** @param key of those who left by one */
    record Left(long atMs, QueueExit exit, String key) implements End {}

    record Refused(long atMs, QueueRefusal reason) implements End {}

    /** He still waited where the record ends, at this time. */
    record Open(long atMs) implements End {}
  }

  /** Whoever comes to another queue after this does so only if it ended like this. */
  String way() {
    return switch (end) {
      case End.Answered answered -> "answered";
      case End.Left left -> left.exit().name();
      case End.Refused refused -> "refused " + refused.reason();
      case End.Open open -> "";
    };
  }

  /** In the queue, until he was answered or it ended otherwise. */
  long waitMs() {
    return end instanceof End.Answered answered ? answered.waitMs() : Math.max(0, end.atMs() - atMs);
  }

  boolean hungUp() {
    return end instanceof End.Left left && left.exit() == QueueExit.ABANDONED;
  }
}
