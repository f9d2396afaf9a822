package io.switchboard.core.interaction;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.util.List;

/** Reads what happened. Calls block: use a thread that may, and expect an {@link java.io.UncheckedIOException} when the store is away. */
public interface Interactions {
  /** Every fact of one interaction of this tenant in order; empty when there is none of this id. */
  List<Fact> timeline(TenantId tenant, CallId call);

  /**
   * The newest first.
   *
   * @param beforeMs only those opened before, milliseconds since the epoch: the last one's opening gives the next page
   * @param limit 1 to 1000
   */
  List<Interaction> recent(TenantId tenant, long beforeMs, int limit);
}
