package io.switchboard.desktop.adapter.prometheus;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.adapter.prometheus.Family.Labelled;
import io.switchboard.desktop.api.Health;
import io.switchboard.desktop.board.Exposition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a snapshot as text format 0.0.4. While the day is read again after a restart it writes no number but that: a counter that
 * grows from 0 to where it was would look like as many new calls.
 */
public final class PrometheusText implements Exposition {
  private static final PrometheusTextFormatWriter WRITER =
      PrometheusTextFormatWriter.builder().setIncludeCreatedTimestamps(false).build();

  @Override
  public String text(Snapshot snapshot, List<Health.Part> parts) {
    List<MetricSnapshot> metrics = new ArrayList<>();
    metrics.add(complete(snapshot.complete()));
    if (!parts.isEmpty()) {
      metrics.add(parts(parts));
    }
    if (snapshot.complete()) {
      metrics.addAll(TenantMetrics.of(snapshot.tenants()));
      metrics.addAll(QueueMetrics.of(snapshot.tenants()));
      metrics.addAll(SurveyMetrics.of(snapshot.tenants()));
    }
    return written(new MetricSnapshots(metrics));
  }

  private static GaugeSnapshot complete(boolean complete) {
    return GaugeSnapshot.builder()
        .name("switchboard_board_complete")
        .help("1 when all numbers are here, 0 while the day is read again after a restart: there are no other numbers then.")
        .dataPoint(GaugeDataPointSnapshot.builder().value(complete ? 1 : 0).build())
        .build();
  }

  private static GaugeSnapshot parts(List<Health.Part> parts) {
    return new Family<>("switchboard_part_up", "Whether a part that calls depend on does its work: 1 up, 0.5 degraded, 0 down.",
        parts.stream().map(part -> new Labelled<>(Labels.of("part", part.name()), part.state())))
        .gauge(state -> switch (state) {
          case UP -> 1;
          case DEGRADED -> 0.5;
          case DOWN -> 0;
        });
  }

  private static String written(MetricSnapshots metrics) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      WRITER.write(out, metrics, EscapingScheme.DEFAULT);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
