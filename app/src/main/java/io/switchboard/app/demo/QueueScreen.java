package io.switchboard.app.demo;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.metric.Snapshot;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The queues as a picture for a terminal. */
public final class QueueScreen {
  private static final int BAR = 20;

  private QueueScreen() {}

  /** Some lines of text, each ended by a line break. */
  public static String draw(Snapshot.Tenant tenant) {
    StringBuilder screen = new StringBuilder();
    screen.append(String.format(Locale.ROOT, "%-12s %7s %8s %8s %8s %8s %6s  %s%n",
        "queue", "waiting", "longest", "talking", "answered", "abandon.", "SL", ""));
    for (Snapshot.Queue queue : tenant.queues()) {
      screen.append(String.format(Locale.ROOT, "%-12s %7d %7ds %8d %8d %8d %6s  %s%n",
          queue.queue().name(), queue.waiting(), queue.longestWaitMs() / 1000, queue.talking(), queue.answered(),
          queue.abandoned() + queue.shortAbandoned(), share(queue.serviceLevel()), bar(queue.waiting())));
    }
    screen.append("agents       ");
    for (AgentState state : AgentState.values()) {
      long count = tenant.agents().stream().filter(agent -> agent.state() == state).count();
      if (count > 0) {
        screen.append(state.name().toLowerCase(Locale.ROOT).replace('_', ' ')).append(' ').append(count).append("   ");
      }
    }
    return screen.append(System.lineSeparator()).toString();
  }

  private static String share(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  private static String bar(long waiting) {
    return "#".repeat((int) Math.min(BAR, waiting)) + (waiting > BAR ? "+" : "");
  }
}
