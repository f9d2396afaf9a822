package io.switchboard.core.interaction;

import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tasks. Calls block: use a thread that may, and expect an {@link java.io.UncheckedIOException} when the store is away. */
public interface Tasks {
  /**
   * Which.
   *
   * @param queues names of queues; none: of all, and those that are of no queue
   * @param kind null: of any
   * @param openOnly only those with which nobody has dealt yet
   * @param unseenOnly only those of which nobody took note yet, and with which nobody has dealt
   * @param overdueAtMs only those that are overdue then, milliseconds since the epoch; 0: others too
   * @param beforeMs only those made before, milliseconds since the epoch: the last one's time gives the next page
   * @param limit 1 to 1000
   */
  record Choice(
      Optional<List<String>> queues, Task.@Nullable Kind kind, boolean openOnly, boolean unseenOnly, long overdueAtMs, long beforeMs, int limit) {}

  /** The newest first. */
  List<Task> list(TenantId tenant, Choice choice);

  Optional<Task> one(TenantId tenant, String id);
}
