package io.switchboard.desktop.api;

import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.id.CallId;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.SupervisionRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A supervisor in an agent's talk: requests to the ACD, which decides. */
final class SupervisionEndpoints {
  private static final int LONGEST_MODE = 20;

  private final Signals signals;

  SupervisionEndpoints(Signals signals) {
    this.signals = signals;
  }

  CompletionStage<Answer> listen(Question question) {
    String word = question.fields().text("mode", LONGEST_MODE);
    Optional<ListenMode> mode = Stream.of(ListenMode.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
    if (mode.isEmpty() && !word.isEmpty()) {
      question.fields().fault("mode", WrongField.Fault.NOT_ONE_OF);
    }
    return checked(question, () -> new SupervisionRequest.Listen(question.user().agent(), new CallId(question.name()), mode.orElseThrow()));
  }

  CompletionStage<Answer> leave(Question question) {
    return checked(question, () -> new SupervisionRequest.Leave(question.user().agent(), new CallId(question.name())));
  }

  CompletionStage<Answer> takeOver(Question question) {
    return checked(question, () -> new SupervisionRequest.TakeOver(question.user().agent(), new CallId(question.name())));
  }

  private CompletionStage<Answer> checked(Question question, Supplier<SupervisionRequest> request) {
    return question.fields().wrong().<CompletionStage<Answer>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> signals.ask(request.get()).thenApply(SupervisionEndpoints::answer));
  }

  private static Answer answer(Reply reply) {
    return switch (reply) {
      case Reply.Accepted accepted -> new Answer.Body(Map.of("state", accepted.state()));
      case Reply.Refused refused -> switch (refused.code()) {
        case "no_talk", "not_listening" -> Problem.of(Trouble.NO_CALL, refused.message());
        case "no_own_phone" -> Problem.of(Trouble.NO_OWN_PHONE, refused.message());
        case "third_party" -> Problem.of(Trouble.NOT_NOW, refused.message());
        default -> Problem.of(Trouble.CANNOT_JOIN, refused.message());
      };
    };
  }
}
