package io.switchboard.desktop.adapter.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.adapter.prometheus.Family.Labelled;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What callers answered, by queue and survey; an answer about no queue has an empty one. */
final class SurveyMetrics {
  private final List<Labelled<Snapshot.Survey>> surveys;

  private SurveyMetrics(List<Labelled<Snapshot.Survey>> surveys) {
    this.surveys = surveys;
  }

  static List<MetricSnapshot> of(List<Snapshot.Tenant> tenants) {
    SurveyMetrics metrics = new SurveyMetrics(tenants.stream()
        .flatMap(tenant -> tenant.surveys().stream().map(survey -> labelled(tenant, survey))).toList());
    return List.of(
        metrics.all("answers", "Answers of today to a survey.").counter(Snapshot.Survey::answers),
        metrics.all("bad", "Of them bad scores, each of which makes a task to call back.").counter(Snapshot.Survey::bad),
        metrics.known("mean_score", "Mean score of today.", Snapshot.Survey::mean),
        metrics.known("csat_ratio", "Share of 4 and 5 among the answers of today to a survey from 1 to 5.", Snapshot.Survey::csat),
        metrics.known("nps_points", "Of a survey from 0 to 10, the share of 9 and 10 less that of 0 to 6 today, from -100 to 100.", Snapshot.Survey::nps),
        new Family<>("switchboard_warnings", "Bad scores of today of which no supervisor took note yet.",
            tenants.stream().map(tenant -> new Labelled<>(Labels.of("tenant", tenant.tenant().value()), tenant)))
            .gauge(Snapshot.Tenant::warnings));
  }

  private static Labelled<Snapshot.Survey> labelled(Snapshot.Tenant tenant, Snapshot.Survey survey) {
    String queue = survey.queue() == null ? "" : survey.queue().name();
    return new Labelled<>(Labels.of("tenant", tenant.tenant().value(), "queue", queue, "survey", survey.survey()), survey);
  }

  private Family<Snapshot.Survey> all(String what, String help) {
    return new Family<>("switchboard_survey_" + what, help, surveys.stream());
  }

  private MetricSnapshot known(String what, String help, Function<Snapshot.Survey, @Nullable Double> value) {
    return new Family<>("switchboard_survey_" + what, help, surveys.stream()
        .flatMap(survey -> Stream.ofNullable(value.apply(survey.subject())).map(known -> new Labelled<>(survey.labels(), known))))
        .gauge(Double::doubleValue);
  }
}
