package io.switchboard.app.replay;

import io.switchboard.acd.replay.Replay;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.metric.Snapshot;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison for people. */
public final class ReplayTable {
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String ROW = "%-16s %-10s %8s %9s %10s %10s %9s %9s %9s %7s %8s";

  private ReplayTable() {}

  public static List<String> lines(Comparison comparison) {
    Period period = comparison.period();
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%s, from %s until %s (%s), seed %d", comparison.tenant().value(), SECOND.format(period.from()),
        SECOND.format(period.until()), period.from().getZone(), comparison.seed()));
    lines.add("service level: " + comparison.definitions().formula());
    if (comparison.callbacksLeftOut() > 0) {
      lines.add("callbacks left out: " + comparison.callbacksLeftOut() + "; replayed agents are free while they talked with those customers");
    }
    lines.add("");
    lines.add(String.format(ROW, "queue", "", "entered", "answered", "level", "abandoned", "share", "ASA s", "AHT s", "left", "refused"));
    for (QueueId queue : comparison.queues()) {
      for (Scenario scenario : comparison.scenarios()) {
        lines.add(row(scenario.equals(comparison.scenarios().getFirst()) ? queue.name() : "", scenario.name(), Comparison.of(scenario, queue)));
      }
    }
    lines.add("");
    for (Scenario scenario : comparison.scenarios()) {
      lines.add(String.format(Locale.ROOT, "%-16s %-10s %s", scenario.equals(comparison.scenarios().getFirst()) ? "occupancy" : "",
          scenario.name(), percent(scenario.numbers().occupancy())) + drawn(scenario.drawn()));
    }
    return lines;
  }

  private static String row(String first, String scenario, Snapshot.Queue queue) {
    long left = queue.left().values().stream().mapToLong(Long::longValue).sum();
    long refused = queue.refused().values().stream().mapToLong(Long::longValue).sum();
    return String.format(
        Locale.ROOT, ROW, first, scenario, queue.entered(), queue.answered(), percent(queue.serviceLevel()), queue.abandoned(),
        percent(queue.abandonment()), seconds(queue.asaMs()), seconds(queue.ahtMs()), left, refused);
  }

  /** What the record could not say. */
  private static String drawn(Replay.@Nullable Drawn drawn) {
    return drawn == null ? "" : String.format(
        Locale.ROOT, "   (drawn: %d talks, %d hang-ups, %d ringings)", drawn.handlings(), drawn.hangUps(), drawn.ringings());
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String seconds(@Nullable Double ms) {
    return ms == null ? "-" : String.format(Locale.ROOT, "%.1f", ms / 1_000);
  }
}
