package io.switchboard.core.customer;

import io.switchboard.core.id.CallId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a customer.
 *
 * @param call the interaction, or null
 * @param by name of the agent or user, or empty
 * @param details the rest: durations in ms, ids of recordings, texts, codes
 */
public record TimelineEntry(
    long atMs, TimelineKind kind, @Nullable CallId call, String queue, String by, TimelineWhat what, Map<String, String> details) {
  public TimelineEntry {
    details = Map.copyOf(details);
  }

  /**
   * What somebody did with the record itself, as its log has it.
   *
   * @param logged {@code note}, {@code case_…}, {@code task_…}, or what became of the record
   */
  public static TimelineEntry change(long atMs, @Nullable CallId call, String by, String logged, Map<String, String> details) {
    TimelineKind kind = logged.equals("note") ? TimelineKind.NOTE
        : logged.startsWith("case_") ? TimelineKind.CASE : logged.startsWith("task_") ? TimelineKind.TASK : TimelineKind.CHANGE;
    TimelineWhat what = kind == TimelineKind.NOTE
        ? TimelineWhat.WRITTEN : TimelineWhat.of(logged.replaceFirst("^(case|task)_", ""), TimelineWhat.CHANGED);
    return new TimelineEntry(atMs, kind, call, "", by, what, details);
  }
}
