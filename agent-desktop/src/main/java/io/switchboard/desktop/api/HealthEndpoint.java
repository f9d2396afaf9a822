package io.switchboard.desktop.api;

import io.switchboard.desktop.access.Visitor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How the parts are. Anyone may know whether they work; the details are for those who logged in. */
final class HealthEndpoint {
  private final Health health;

  private record Report(Health.State state, List<Health.Part> parts) {}

  HealthEndpoint(Health health) {
    this.health = health;
  }

  CompletionStage<Answer> answer(Question question) {
    boolean known = question.visitor() instanceof Visitor.User;
    List<Health.Part> parts = health.parts().stream()
        .map(part -> known ? part : new Health.Part(part.name(), part.state(), "")).toList();
    boolean well = parts.stream().allMatch(part -> part.state() == Health.State.UP);
    return CompletableFuture.completedFuture(new Answer.Body(new Report(well ? Health.State.UP : Health.State.DEGRADED, parts)));
  }
}
