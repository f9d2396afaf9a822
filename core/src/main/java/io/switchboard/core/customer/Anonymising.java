package io.switchboard.core.customer;

import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.List;

/**
 * Makes a person unknown who asked for it: what was counted stays, who he was goes. Calls block, for as long as it takes to look through the
 * whole journal; expect an {@link java.io.UncheckedIOException} when the store is away, and then ask again: it goes on.
 */
public interface Anonymising {
  /** What came of it. */
  sealed interface Outcome {
    /** {@code facts} of the journal were changed, {@code files} of recordings removed; {@code unseen}: messages of supervisors as they are now. */
    record Done(int facts, int files, List<StaffMessages.Message> unseen) implements Outcome {
      public Done {
        unseen = List.copyOf(unseen);
      }
    }

    record Unknown() implements Outcome {}

    /** He is on the line, or to be called back. */
    record StillOpen(CallId call) implements Outcome {}
  }

  Outcome anonymise(TenantId tenant, long customer, String by);
}
