package io.switchboard.core.customer;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened with a customer over all channels. Calls block: use a thread that may, and expect an {@link java.io.UncheckedIOException} when
 * the store is away.
 */
public interface CustomerHistory {
  /** Interactions and changes of one page. */
  int MOST = 100;

  /**
   * One thing that happened.
   *
   * @param kind lower case: {@code call}, {@code ivr}, {@code queue}, {@code offer}, {@code talk}, {@code transfer}, {@code callback},
   *     {@code voicemail}, {@code recording}, {@code survey}, {@code script}, {@code note}, {@code case}, {@code task}, {@code change}
   * @param call the interaction, or null
   * @param by name of the agent or user, or empty
   * @param what how it went, lower case, e.g. {@code answered}
   * @param details the rest: durations in ms, ids of recordings, texts
   */
  record Entry(long atMs, String kind, @Nullable CallId call, String queue, String by, String what, Map<String, String> details) {
    public Entry {
      details = Map.copyOf(details);
    }
  }

  /**
   * The newest first.
   *
   * @param beforeMs only what began before, milliseconds since the epoch: the last one's time gives the next page
   * @param limit interactions and changes, 1 to {@link #MOST}; an interaction brings all its entries
   */
  Optional<List<Entry>> timeline(TenantId tenant, long customer, long beforeMs, int limit);
}
