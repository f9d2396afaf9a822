package io.switchboard.bench.routing;

import io.switchboard.acd.floor.Snapshot;
import io.switchboard.acd.routing.Acd;
import io.switchboard.acd.routing.Event;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * One center under its traffic. What comes next hangs on what was decided before, so one kernel plays with the traffic and the events are
 * written down; a second one, which decides alike, is then given the same events and measured, alone with them.
 */
final class Run {
  /** Events in their order, and when each came. */
  record Batch(Event[] events, long[] atMs) {}

  /** Times of one run in ns; ticks are cheap and many, so the others are counted apart too. */
  record Times(Histogram all, Histogram withoutTicks) {}

  private final Acd played;
  private final Acd measured;
  private final Traffic traffic;
  private final Map<String, Integer> mix = new TreeMap<>();
  private int counted;

  Run(Center center) {
    played = new Acd(center.settings());
    measured = new Acd(center.settings());
    traffic = new Traffic(center, 42);
    while (!traffic.full()) {
      rush(next(1_000));
    }
  }

  /** Plays on. */
  Batch next(int events) {
    Batch batch = new Batch(new Event[events], new long[events]);
    for (int i = 0; i < events; i++) {
      Event event = traffic.next(played.nextDueMs());
      batch.events()[i] = event;
      batch.atMs()[i] = traffic.nowMs();
      mix.merge(name(event), 1, Integer::sum);
      traffic.decided(played.decide(event, traffic.nowMs()));
    }
    counted += events;
    return batch;
  }

  /** Decides all of them without looking at the clock between. @return ns */
  long rush(Batch batch) {
    long from = System.nanoTime();
    for (int i = 0; i < batch.events().length; i++) {
      measured.decide(batch.events()[i], batch.atMs()[i]);
    }
    return System.nanoTime() - from;
  }

  /** Decides all of them and times each. */
  Times timed(Batch batch) {
    Histogram all = new Histogram(3);
    Histogram withoutTicks = new Histogram(3);
    for (int i = 0; i < batch.events().length; i++) {
      Event event = batch.events()[i];
      long from = System.nanoTime();
      measured.decide(event, batch.atMs()[i]);
      long ns = System.nanoTime() - from;
      all.recordValue(ns);
      if (!(event instanceof Event.Tick)) {
        withoutTicks.recordValue(ns);
      }
    }
    return new Times(all, withoutTicks);
  }

  /** The two kernels must have come to the same, or the measured one did something else. */
  void check() {
    if (!Snapshot.of(played.floor()).equals(Snapshot.of(measured.floor()))) {
      throw new IllegalStateException("the measured kernel decided otherwise than the one that was played with");
    }
  }

  /** The share of each kind of event in percent. */
  Map<String, Integer> mix() {
    mix.replaceAll((name, count) -> (int) Math.round(100.0 * count / counted));
    return mix;
  }

  private static String name(Event event) {
    return switch (event) {
      case Event.Arrived e -> "Enqueue";
      case Event.Heard e -> e.line().getClass().getSimpleName();
      case Event.Asked e -> e.request().getClass().getSimpleName();
      case Event.Leaves e -> "LeaveQueue";
      case Event.WantsCallback e -> "RequestCallback";
      case Event.CallbackAsked e -> e.request().getClass().getSimpleName();
      case Event.DialAsked e -> e.request().getClass().getSimpleName();
      case Event.WaitingAsked e -> e.request().getClass().getSimpleName();
      case Event.SupervisionAsked e -> e.request().getClass().getSimpleName();
      case Event.TalkAsked e -> e.request().getClass().getSimpleName();
      case Event.PageGone e -> "PageGone";
      case Event.PageHere e -> "PageHere";
      case Event.PhoneFit e -> "PhoneFit";
      case Event.Closing e -> "Closing";
      case Event.Tick e -> "Tick";
      case Event.Configured e -> "Configured";
    };
  }
}
