package io.switchboard.core.interaction;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Optional;

/** Reads what callers left. Calls block: use a thread that may, and expect an {@link java.io.UncheckedIOException} when the store is away. */
public interface Voicemails {
  /**
   * The newest first.
   *
   * @param queues names of queues; none: of all
   * @param openOnly only those with which nobody has dealt yet
   * @param beforeMs only those left before, milliseconds since the epoch: the last one's time gives the next page
   * @param limit 1 to 1000
   */
  List<Voicemail> list(TenantId tenant, Optional<List<String>> queues, boolean openOnly, long beforeMs, int limit);

  Optional<Voicemail> one(TenantId tenant, CallId call, int message);
}
