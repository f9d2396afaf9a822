package io.switchboard.desktop.adapter.prometheus;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.switchboard.core.metric.Waits;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A metric of one name, for every {@code S} that has it.
 *
 * @param name without the suffix that its type brings
 * @param help its definition
 * @param of whose it is: a tenant or a queue
 */
record Family<S>(String name, String help, Stream<Labelled<S>> of) {
  private static final double MS_PER_S = 1000.0;

  /** Something with numbers, and the labels that tell it from the others. */
  record Labelled<S>(Labels labels, S subject) {
    <T> Labelled<T> with(String label, String value, T other) {
      return new Labelled<>(labels.add(label, value), other);
    }

    /** One for each of a closed list, those that did not occur with 0: a counter is there from the beginning. */
    <E extends Enum<E>> Stream<Labelled<Long>> each(String label, Class<E> list, Map<E, Long> counts) {
      return Arrays.stream(list.getEnumConstants()).map(one -> with(label, word(one), counts.getOrDefault(one, 0L)));
    }
  }

  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  static double seconds(long ms) {
    return ms / MS_PER_S;
  }

  GaugeSnapshot gauge(ToDoubleFunction<S> value) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    of.forEach(one -> gauge.dataPoint(
        GaugeDataPointSnapshot.builder().labels(one.labels()).value(value.applyAsDouble(one.subject())).build()));
    return gauge.build();
  }

  CounterSnapshot counter(ToDoubleFunction<S> value) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    of.forEach(one -> counter.dataPoint(
        CounterDataPointSnapshot.builder().labels(one.labels()).value(value.applyAsDouble(one.subject())).build()));
    return counter.build();
  }

  static HistogramSnapshot histogram(Family<Waits> waits) {
    HistogramSnapshot.Builder histogram = HistogramSnapshot.builder().name(waits.name()).help(waits.help());
    waits.of().forEach(one -> histogram.dataPoint(HistogramDataPointSnapshot.builder()
        .labels(one.labels()).classicHistogramBuckets(buckets(one.subject())).sum(seconds(one.subject().totalMs())).build()));
    return histogram.build();
  }

  private static ClassicHistogramBuckets buckets(Waits waits) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    for (int i = 0; i < waits.counts().size(); i++) {
      buckets.bucket(i < waits.upToMs().size() ? seconds(waits.upToMs().get(i)) : Double.POSITIVE_INFINITY, waits.counts().get(i));
    }
    return buckets.build();
  }
}
