package io.switchboard.core.interaction;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * Reads who gave up and who is called back. Calls block: use a thread that may, and expect an {@link java.io.UncheckedIOException} when the
 * store is away.
 */
public interface Callbacks {
  /**
   * The newest first.
   *
   * @param queues names of queues; none: of all
   * @param afterMs only those who gave up then or later, milliseconds since the epoch
   * @param openOnly only those of whom nothing came yet
   * @param limit 1 to 500
   */
  List<GaveUp> gaveUp(TenantId tenant, Optional<List<String>> queues, long afterMs, boolean openOnly, int limit);

  /** The one who gave up in this call. */
  Optional<GaveUp> gaveUp(TenantId tenant, CallId call);

  /**
   * In the order of booking, at most 1000.
   *
   * @param queues names of queues; none: of all
   */
  List<CallbackAhead> ahead(TenantId tenant, Optional<List<String>> queues);

  Optional<CallbackAhead> ahead(TenantId tenant, CallId callback);

  /** The callbacks that were asked for in this interaction, or for its sake, in the order of booking. */
  List<CallId> bookedFrom(TenantId tenant, CallId from);
}
