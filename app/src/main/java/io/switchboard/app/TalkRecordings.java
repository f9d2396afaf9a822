package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.core.adapter.files.RecordingsOnDisk;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgCustomers;
import io.switchboard.core.adapter.postgres.PgInteractions;
import io.switchboard.core.adapter.postgres.PgKeptRecordings;
import io.switchboard.core.adapter.postgres.PgJournal;
import io.switchboard.core.customer.CustomerCards;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Tapes;
import io.switchboard.core.recording.RecordingPlan;
import io.switchboard.core.recording.RecordingStage;
import io.switchboard.core.recording.Retention;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import io.switchboard.core.adapter.vertx.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Wires the recording of talks. */
final class TalkRecordings {
  private final RecordingStage stage;
  private final Retention retention;
  private final AtomicReference<Sayings> spoken;
  private final AtomicReference<Map<TenantId, String>> languages;

  private TalkRecordings(
      RecordingStage stage, Retention retention, AtomicReference<Sayings> spoken, AtomicReference<Map<TenantId, String>> languages) {
    this.languages = languages;
    this.stage = stage;
    this.retention = retention;
    this.spoken = spoken;
  }

  /** {@code live}: the facts of open interactions; call it on the loop's thread. */
  static TalkRecordings open(
      Configuration configuration, Sayings sayings, Signals signals, PgJournal journal, Database database, Tapes line, CustomerCards customers,
      Clock clock, Stage.Loop loop, List<Fact> live) {
    Executor aside = task -> Thread.ofVirtual().name("recordings").start(task);
    RecordingsOnDisk files = new RecordingsOnDisk(configuration.installation().data());
    AtomicReference<Sayings> spoken = new AtomicReference<>(sayings);
    AtomicReference<Map<TenantId, String>> languages = new AtomicReference<>(languages(configuration));
    RecordingStage stage = new RecordingStage(
        plans(configuration), signals, journal, line, files, (tenant, language, prompt) -> Objects.requireNonNull(spoken.get()).prompts().sounds(
            language.isEmpty() ? Objects.requireNonNull(languages.get()).getOrDefault(tenant, "") : language, prompt, Map.of()), customers,
        new PgCustomers(database, clock), clock, loop.timers(), loop.owner(), aside);
    live.forEach(stage::restore);
    stage.open();
    PgInteractions interactions = new PgInteractions(database);
    stage.sweep(recording -> interactions.timeline(recording.tenant(), recording.call()));
    Retention retention = new Retention(plans(configuration), new PgKeptRecordings(database), files, journal, clock, loop.timers(), aside);
    retention.open();
    return new TalkRecordings(stage, retention, spoken, languages);
  }

  /** Facts that became durable. */
  void told(List<Fact> durable) {
    stage.told(durable);
  }

  /** What holds from now on. */
  void publish(Configuration changed, Sayings newer) {
    spoken.set(newer);
    languages.set(languages(changed));
    stage.publish(plans(changed));
    retention.publish(plans(changed));
  }

  /** Each tenant's first, for whom nobody knows the language of. */
  private static Map<TenantId, String> languages(Configuration configuration) {
    return configuration.tenants().stream().collect(Collectors.toMap(Tenant::id, tenant -> tenant.languages().getFirst()));
  }

  private static Map<QueueId, RecordingPlan> plans(Configuration configuration) {
    Map<QueueId, RecordingPlan> plans = new HashMap<>();
    configuration.desks().forEach((queue, desk) -> plans.put(queue, desk.recording()));
    return plans;
  }
}
