package io.switchboard.desktop.api;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.access.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The board for Prometheus: a user's own tenant, or all of them and the health of the installation for the metrics token. */
final class MetricsEndpoint {
  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Numbers numbers;
  private final Health health;

  MetricsEndpoint(Numbers numbers, Health health) {
    this.numbers = numbers;
    this.health = health;
  }

  CompletionStage<Answer> answer(Question question) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    Snapshot all = numbers.snapshot();
    Optional<TenantId> only = question.visitor() instanceof Visitor.User user ? Optional.of(user.tenant()) : Optional.empty();
    List<Snapshot.Tenant> shown = all.tenants().stream().filter(each -> only.isEmpty() || only.get().equals(each.tenant())).toList();
    List<Health.Part> parts = only.isEmpty() ? health.parts() : List.of();
    return CompletableFuture.completedFuture(
        new Answer.Text(CONTENT_TYPE, numbers.prometheus(new Snapshot(all.atMs(), all.complete(), shown), parts)));
  }
}
