package io.switchboard.core.recording;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import java.util.List;

/** Recordings of talks whose files are not removed yet. Calls block; expect an {@link java.io.UncheckedIOException} when the store is away. */
public interface KeptRecordings {
  /** One of them. {@code file}: below the data directory. */
  record Kept(TenantId tenant, CallId call, int number, String file, long endedMs) {}

  /** Of this queue, that ended from {@code fromMs} up to before {@code toMs}; the oldest first. */
  List<Kept> ended(QueueId queue, long fromMs, long toMs, int most);
}
