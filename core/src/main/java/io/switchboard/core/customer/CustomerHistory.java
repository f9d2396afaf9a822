package io.switchboard.core.customer;

import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * What happened with a customer over all channels. Calls block: use a thread that may, and expect an {@link java.io.UncheckedIOException} when
 * the store is away.
 */
public interface CustomerHistory {
  /** Interactions and changes of one page. */
  int MOST = 100;

  /**
   * The newest first.
   *
   * @param beforeMs only what began before, milliseconds since the epoch: the last one's time gives the next page
   * @param limit interactions and changes, 1 to {@link #MOST}; an interaction brings all its entries
   */
  Optional<List<TimelineEntry>> timeline(TenantId tenant, long customer, long beforeMs, int limit);
}
