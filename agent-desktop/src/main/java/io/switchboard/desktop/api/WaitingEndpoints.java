package io.switchboard.desktop.api;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.Names;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.WaitingRequest;
import io.switchboard.desktop.access.Visitor;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What a supervisor does with a call that waits: requests to the ACD, which decides. */
final class WaitingEndpoints {
  private static final int MOST_POINTS = 10;
  private static final int LONGEST_NAME = 100;

  private final Signals signals;

  WaitingEndpoints(Signals signals) {
    this.signals = signals;
  }

  CompletionStage<Answer> move(Question question) {
    String queue = question.fields().text("queue", LONGEST_NAME);
    Visitor.User user = question.user();
    return named(question, queue, Trouble.UNKNOWN_QUEUE, () -> new WaitingRequest.Move(
        user.tenant(), new CallId(question.name()), new QueueId(user.tenant(), queue), user.name()));
  }

  CompletionStage<Answer> give(Question question) {
    String agent = question.fields().text("agent", LONGEST_NAME);
    Visitor.User user = question.user();
    return named(question, agent, Trouble.UNKNOWN_AGENT, () -> new WaitingRequest.Give(
        user.tenant(), new CallId(question.name()), new AgentId(user.tenant(), agent), user.name()));
  }

  CompletionStage<Answer> prioritise(Question question) {
    long points = question.fields().whole("points", 0, MOST_POINTS, OptionalLong.empty());
    Visitor.User user = question.user();
    return question.fields().wrong().<CompletionStage<Answer>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> ask(new WaitingRequest.Prioritise(user.tenant(), new CallId(question.name()), (int) points, user.name())));
  }

  private CompletionStage<Answer> named(Question question, String name, Trouble unknown, Supplier<WaitingRequest> request) {
    return question.fields().wrong().<CompletionStage<Answer>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> Names.valid(name) ? ask(request.get()) : CompletableFuture.completedFuture(Problem.of(unknown, name)));
  }

  private CompletionStage<Answer> ask(WaitingRequest request) {
    return signals.ask(request).thenApply(reply -> switch (reply) {
      case Reply.Accepted accepted -> new Answer.Body(Map.of("state", accepted.state()));
      case Reply.Refused refused -> switch (refused.code()) {
        case "unknown_agent" -> Problem.of(Trouble.UNKNOWN_AGENT, refused.message());
        case "unknown_queue" -> Problem.of(Trouble.UNKNOWN_QUEUE, refused.message());
        default -> Problem.of(Trouble.NOT_WAITING, refused.message());
      };
    });
  }
}
