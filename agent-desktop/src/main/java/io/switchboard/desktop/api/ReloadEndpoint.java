package io.switchboard.desktop.api;

import io.switchboard.core.signal.ReloadRequest;
import io.switchboard.core.signal.Signals;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes the configuration files as they stand now. */
final class ReloadEndpoint {
  private final Signals signals;

  private record Reloaded(boolean reloaded, List<String> changed, int release) {}

  ReloadEndpoint(Signals signals) {
    this.signals = signals;
  }

  CompletionStage<Answer> answer(Question question) {
    Optional<Problem> wrong = question.fields().wrong();
    return wrong.isPresent()
        ? CompletableFuture.completedFuture(wrong.get())
        : signals.ask(new ReloadRequest(question.user().tenant() + "/" + question.user().name())).thenApply(outcome -> switch (outcome) {
          case ReloadRequest.Outcome.Done done -> new Answer.Body(new Reloaded(true, done.changed(), done.release()));
          case ReloadRequest.Outcome.Refused refused -> Problem.settings(refused.wrongs());
        });
  }
}
