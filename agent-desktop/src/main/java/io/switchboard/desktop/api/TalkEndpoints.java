package io.switchboard.desktop.api;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.Names;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.signal.TalkRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What an agent does with the call at hand: requests to the ACD, which decides. */
final class TalkEndpoints {
  private static final int LONGEST_NUMBER = 40;

  private final Signals signals;
  private final Dialable dialable;

  TalkEndpoints(Signals signals, Dialable dialable) {
    this.signals = signals;
    this.dialable = dialable;
  }

  CompletionStage<Answer> simple(Question question, Function<AgentId, TalkRequest> request) {
    return question.fields().wrong().<CompletionStage<Answer>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> ask(request.apply(question.user().agent())));
  }

  CompletionStage<Answer> mute(Question question) {
    boolean on = question.fields().bool("on");
    return simple(question, agent -> new TalkRequest.Mute(agent, on));
  }

  /** {@code request} takes the agent and whom he means: one of {@code agent}, {@code queue} and {@code number}. */
  CompletionStage<Answer> to(Question question, BiFunction<AgentId, Target, TalkRequest> request) {
    Fields fields = question.fields();
    Optional<String> agent = fields.optionalText("agent", LONGEST_NUMBER);
    Optional<String> queue = fields.optionalText("queue", LONGEST_NUMBER);
    Optional<String> number = fields.optionalText("number", LONGEST_NUMBER);
    Optional<Problem> wrong = fields.wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    if (agent.stream().count() + queue.stream().count() + number.stream().count() != 1) {
      return CompletableFuture.completedFuture(Problem.of(Trouble.NO_TARGET));
    }
    TenantId tenant = question.user().tenant();
    if (agent.isPresent()) {
      return Names.valid(agent.get())
          ? ask(request.apply(question.user().agent(), new Target.ToAgent(new AgentId(tenant, agent.get()))))
          : CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_AGENT, agent.get()));
    }
    if (queue.isPresent()) {
      return Names.valid(queue.get())
          ? ask(request.apply(question.user().agent(), new Target.ToQueue(new QueueId(tenant, queue.get()))))
          : CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_QUEUE, queue.get()));
    }
    return dialable.of(tenant, number.orElseThrow()).thenCompose(found -> switch (found) {
      case Outside.Way.Open way -> ask(request.apply(question.user().agent(), way.to()));
      case Outside.Way.Barred barred -> CompletableFuture.completedFuture(Dialable.problem(barred));
    });
  }

  private CompletionStage<Answer> ask(TalkRequest request) {
    return signals.ask(request).thenApply(TalkEndpoints::answer);
  }

  private static Answer answer(Reply reply) {
    return switch (reply) {
      case Reply.Accepted accepted -> new Answer.Body(Map.of("state", accepted.state()));
      case Reply.Refused refused -> switch (refused.code()) {
        case "unknown_agent" -> Problem.of(Trouble.UNKNOWN_AGENT, refused.message());
        case "unknown_queue" -> Problem.of(Trouble.UNKNOWN_QUEUE, refused.message());
        case "no_call" -> Problem.of(Trouble.NO_CALL, refused.message());
        case "not_now" -> Problem.of(Trouble.NOT_NOW, refused.message());
        default -> Problem.of(Trouble.NOT_REACHABLE, refused.message());
      };
    };
  }
}
