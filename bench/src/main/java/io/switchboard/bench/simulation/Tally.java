package io.switchboard.bench.simulation;

import io.switchboard.acd.simulation.Fault;
import io.switchboard.acd.simulation.Schedule;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs schedules, from any thread, and counts what they had and what was violated. */
final class Tally {
  /** What a schedule violated first. */
  record Violation(long seed, String what) {}

  private final int planned;
  private final int events;
  private final long startNanos = System.nanoTime();
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private int done;
  private int violations;
  private long allEvents;
  private int leastEvents = Integer.MAX_VALUE;
  private int leastFaults = Integer.MAX_VALUE;

  Tally(int planned, int events) {
    this.planned = planned;
    this.events = events;
  }

  int planned() {
    return planned;
  }

  /** A schedule that ends in an exception violates, too. */
  Optional<Violation> run(long seed) {
    Schedule schedule = new Schedule(seed);
    String broken;
    try {
      List<String> found = schedule.run(events);
      broken = found.isEmpty() ? "" : found.getFirst();
    } catch (RuntimeException bug) {
      broken = "seed " + seed + " after " + schedule.events() + " events: " + bug;
    }
    count(schedule, !broken.isEmpty());
    return broken.isEmpty() ? Optional.empty() : Optional.of(new Violation(seed, broken));
  }

  private synchronized void count(Schedule schedule, boolean violated) {
    done++;
    violations += violated ? 1 : 0;
    allEvents += schedule.events();
    if (!violated) { // who breaks off has fewer
      leastEvents = Math.min(leastEvents, schedule.events());
      leastFaults = Math.min(leastFaults, schedule.faults());
    }
    schedule.faultsByKind().forEach((fault, times) -> faults.merge(fault, (long) times, Long::sum));
  }

  synchronized int done() {
    return done;
  }

  synchronized int violations() {
    return violations;
  }

  /** In the order of their list. */
  synchronized Map<Fault, Long> faults() {
    return faults.isEmpty() ? Map.of() : new EnumMap<>(faults);
  }

  /** One line. The least are those of a schedule in which nothing was violated. */
  synchronized String json() {
    long allFaults = faults.values().stream().mapToLong(Long::longValue).sum();
    boolean whole = done > violations;
    return String.format(
        Locale.ROOT,
        "{\"schedules\":%d,\"violations\":%d,\"events\":%d,\"least_events\":%d,\"faults\":%d,\"least_faults\":%d,\"seconds\":%.1f}",
        done, violations, allEvents, whole ? leastEvents : 0, allFaults, whole ? leastFaults : 0,
        (System.nanoTime() - startNanos) / 1e9);
  }
}
