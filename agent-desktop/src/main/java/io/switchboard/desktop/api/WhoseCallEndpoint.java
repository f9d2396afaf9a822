package io.switchboard.desktop.api;

import io.switchboard.core.metric.Snapshot;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.WhoseCall;
import io.switchboard.desktop.access.Visitor;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whose the call at hand is, where its number does not say it. */
final class WhoseCallEndpoint {
  private final Clientele clientele;
  private final Numbers numbers;
  private final Signals signals;
  private final Aside reads;

  WhoseCallEndpoint(Clientele clientele, Numbers numbers, Signals signals, Aside reads) {
    this.clientele = clientele;
    this.numbers = numbers;
    this.signals = signals;
    this.reads = reads;
  }

  CompletionStage<Answer> answer(Question question) {
    long customer = question.fields().whole("customer", 1, Long.MAX_VALUE, OptionalLong.empty());
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    Visitor.User user = question.user();
    Snapshot.AtHand call = numbers.snapshot().tenant(user.tenant()).atHand().get(user.agent());
    if (call == null) {
      return CompletableFuture.completedFuture(Problem.of(Trouble.NO_CALL, "none", "没有来电"));
    }
    return reads.run(() -> clientele.customers().find(user.tenant(), customer).filter(found -> found.anonymisedAtMs() == null).isPresent())
        .thenCompose(known -> known
            ? signals.ask(new WhoseCall(user.tenant(), call.call(), customer, user.name())).thenApply(Answer.Body::new)
            : CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_CUSTOMER, Long.toString(customer))));
  }
}
