package io.switchboard.desktop.api;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.Names;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.Signals;
import io.switchboard.desktop.access.Visitor;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What an agent asks for himself or a supervisor for him, and closures: requests to the ACD, which decides. */
final class AgentEndpoints {
  private static final int LONGEST_REASON = 100;
  private static final int LONGEST_BREAK_MIN = 24 * 60;
  private static final int LATEST_BREAK_S = 24 * 3600;

  private final Signals signals;

  AgentEndpoints(Signals signals) {
    this.signals = signals;
  }

  CompletionStage<Answer> own(Question question, Function<AgentId, AgentRequest> request) {
    return ask(question, question.user().name(), request);
  }

  /** {@code request} takes the agent and who asks for him: empty when it is he himself. */
  CompletionStage<Answer> of(Question question, BiFunction<AgentId, String, AgentRequest> request) {
    String user = question.user().name();
    return ask(question, question.name(), agent -> request.apply(agent, user.equals(agent.name()) ? "" : user));
  }

  CompletionStage<Answer> ownNotReady(Question question) {
    String reason = question.fields().text("reason", LONGEST_REASON);
    return own(question, agent -> new AgentRequest.NotReady(agent, reason));
  }

  CompletionStage<Answer> notReadyOf(Question question) {
    String reason = question.fields().text("reason", LONGEST_REASON);
    return of(question, (agent, by) -> new AgentRequest.NotReady(agent, reason, by));
  }

  CompletionStage<Answer> skillsOf(Question question) {
    Map<String, Integer> skills = question.fields().levels("skills");
    return of(question, (agent, by) -> new AgentRequest.SetSkills(agent, skills, question.user().name()));
  }

  CompletionStage<Answer> breakOf(Question question) {
    long minutes = question.fields().whole("minutes", 0, LONGEST_BREAK_MIN, OptionalLong.empty());
    long inS = question.fields().whole("in_s", 0, LATEST_BREAK_S, OptionalLong.of(0));
    String reason = minutes == 0
        ? question.fields().optionalText("reason", LONGEST_REASON).orElse("")
        : question.fields().text("reason", LONGEST_REASON);
    return of(question, (agent, by) -> new AgentRequest.PlanBreak(agent, reason, inS * 1000, minutes * 60_000, question.user().name()));
  }

  CompletionStage<Answer> closure(Question question) {
    Visitor.User user = question.user();
    Optional<String> queue = question.fields().optionalName("queue");
    boolean closed = question.fields().bool("closed");
    return question.fields().wrong().<CompletionStage<Answer>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> ask(queue.orElse(""), new ClosureRequest(
            user.tenant(), queue.map(name -> new QueueId(user.tenant(), name)).orElse(null), closed, user.name())));
  }

  private CompletionStage<Answer> ask(Question question, String name, Function<AgentId, AgentRequest> request) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    return Names.valid(name)
        ? ask(name, request.apply(new AgentId(question.user().tenant(), name)))
        : CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_AGENT, name));
  }

  private CompletionStage<Answer> ask(String name, Request<Reply> request) {
    return signals.ask(request).thenApply(reply -> answer(name, reply));
  }

  private static Answer answer(String name, Reply reply) {
    return switch (reply) {
      case Reply.Accepted accepted -> new Answer.Body(Map.of("state", accepted.state()));
      case Reply.Refused refused -> switch (refused.code()) {
        case "unknown_agent" -> Problem.of(Trouble.UNKNOWN_AGENT, name);
        case "unknown_queue" -> Problem.of(Trouble.UNKNOWN_QUEUE, name);
        case "unknown_skill" -> Problem.of(Trouble.UNKNOWN_SKILL, refused.message());
        case "unknown_reason" -> Problem.of(Trouble.UNKNOWN_REASON, refused.message());
        case "unknown_code" -> Problem.of(Trouble.UNKNOWN_CODE, refused.message());
        case "no_call" -> Problem.of(Trouble.NO_CALL, refused.message());
        case "code_required" -> Problem.of(Trouble.CODE_REQUIRED, refused.message());
        case "not_in_wrap_up" -> Problem.of(Trouble.NOT_IN_WRAP_UP);
        case "not_extendable" -> Problem.of(Trouble.NOT_EXTENDABLE, refused.message());
        case "not_signed_in" -> Problem.of(Trouble.NOT_SIGNED_IN);
        default -> Problem.of(Trouble.NOT_ALLOWED, refused.message());
      };
    };
  }
}
