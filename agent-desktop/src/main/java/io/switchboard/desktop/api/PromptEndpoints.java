package io.switchboard.desktop.api;

import io.switchboard.core.signal.PromptRequest;
import io.switchboard.core.signal.PromptRequest.Outcome;
import io.switchboard.core.signal.PromptRequest.Shown;
import io.switchboard.core.signal.Signals;
import io.switchboard.desktop.access.Visitor;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What callers can be told: prompts, and what was recorded of them. */
final class PromptEndpoints {
  private final Signals signals;

  private record Listed(List<Shown> prompts) {}

  PromptEndpoints(Signals signals) {
    this.signals = signals;
  }

  CompletionStage<Answer> list(Question question) {
    return ask(new PromptRequest.ListPrompts(by(question)));
  }

  CompletionStage<Answer> hear(Question question) {
    return of(question, part -> new PromptRequest.HearRecording(part[0], part[1], by(question)));
  }

  CompletionStage<Answer> put(Question question) {
    return of(question, part -> new PromptRequest.PutRecording(part[0], part[1], question.sound(), by(question)));
  }

  CompletionStage<Answer> remove(Question question) {
    return of(question, part -> new PromptRequest.RemoveRecording(part[0], part[1], by(question)));
  }

  /** {@code request}: made of the language and the name in the address. */
  private CompletionStage<Answer> of(Question question, Function<String[], PromptRequest> request) {
    return ask(request.apply(question.name().split("/", 2)));
  }

  private static String by(Question question) {
    Visitor.User user = question.user();
    return user.tenant() + "/" + user.name();
  }

  private CompletionStage<Answer> ask(PromptRequest request) {
    return signals.ask(request).thenApply(PromptEndpoints::answer);
  }

  private static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Prompts all -> new Answer.Body(new Listed(all.prompts()));
      case Outcome.Recording recording -> new Answer.Stored("audio/wav", recording.wav());
      case Outcome.Done done -> new Answer.Body(done.prompt());
      case Outcome.Refused refused -> refused(refused);
    };
  }

  private static Problem refused(Outcome.Refused refused) {
    String about = refused.about().english();
    return switch (refused.reason()) {
      case UNKNOWN_PROMPT -> Problem.of(Trouble.UNKNOWN_PROMPT, about);
      case NOT_RECORDED -> Problem.of(Trouble.NOT_RECORDED, about);
      case NEEDS_VALUES -> Problem.of(Trouble.NOT_RECORDABLE, about);
      case WRONG_SOUND -> Problem.of(Trouble.WRONG_SOUND, about, refused.about().chinese());
      case WRONG_SETTINGS -> Problem.settings(List.of(about));
      case NOT_WRITABLE -> Problem.of(Trouble.NOT_WRITABLE, about);
    };
  }
}
