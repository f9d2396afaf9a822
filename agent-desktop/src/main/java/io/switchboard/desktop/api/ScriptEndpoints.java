package io.switchboard.desktop.api;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.Names;
import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.core.signal.ScriptRequest.Asker;
import io.switchboard.core.signal.ScriptRequest.Outcome;
import io.switchboard.core.signal.Signals;
import io.switchboard.desktop.access.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Guided scripts: an agent runs them for the call that he has, a supervisor for every call of his tenant. */
final class ScriptEndpoints {
  private static final int LONGEST_ID = 120;
  /** More than any page takes, so that what is too long is refused by the page, which says how long it may be. */
  private static final int LONGEST_ANSWER = 8_000;

  private final Signals signals;

  private record Listed(List<ScriptRequest.Listing> scripts) {}

  ScriptEndpoints(Signals signals) {
    this.signals = signals;
  }

  CompletionStage<Answer> list(Question question) {
    return ask(question, ScriptRequest.ListScripts::new);
  }

  CompletionStage<Answer> begin(Question question) {
    int slash = question.name().lastIndexOf('/');
    String call = question.name().substring(0, slash);
    String script = question.name().substring(slash + 1);
    if (!id(call, CallId.LONGEST)) {
      return refused(Trouble.UNKNOWN_CALL, call);
    }
    return Names.valid(script) ? ask(question, asker -> new ScriptRequest.Begin(asker, new CallId(call), script)) : refused(Trouble.UNKNOWN_SCRIPT, script);
  }

  CompletionStage<Answer> look(Question question) {
    return run(question, asker -> new ScriptRequest.Look(asker, question.name()));
  }

  CompletionStage<Answer> answer(Question question) {
    int page = page(question);
    String answer = question.fields().answer("answer", LONGEST_ANSWER);
    return run(question, asker -> new ScriptRequest.Answer(asker, question.name(), page, answer));
  }

  CompletionStage<Answer> back(Question question) {
    int page = page(question);
    return run(question, asker -> new ScriptRequest.Back(asker, question.name(), page));
  }

  private static int page(Question question) {
    return (int) question.fields().whole("page", 1, Integer.MAX_VALUE, OptionalLong.empty());
  }

  private CompletionStage<Answer> run(Question question, Function<Asker, ScriptRequest> request) {
    return id(question.name(), LONGEST_ID) ? ask(question, request) : refused(Trouble.UNKNOWN_SCRIPT_RUN, question.name());
  }

  private static boolean id(String text, int longest) {
    return !text.isEmpty() && text.length() <= longest && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private static CompletionStage<Answer> refused(Trouble trouble, String about) {
    return CompletableFuture.completedFuture(Problem.of(trouble, about));
  }

  private CompletionStage<Answer> ask(Question question, Function<Asker, ScriptRequest> request) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    Visitor.User user = question.user();
    Asker asker = new Asker(user.tenant(), user.name(), user.role() == Role.AGENT ? user.agent() : null, question.language().tag());
    return signals.ask(request.apply(asker)).thenApply(ScriptEndpoints::answer);
  }

  private static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Listed listed -> new Answer.Body(new Listed(listed.scripts()));
      case Outcome.Stands stands -> new Answer.Body(stands.run());
      case Outcome.Refused refused -> Problem.of(trouble(refused.reason()), refused.about());
    };
  }

  private static Trouble trouble(ScriptRequest.Reason reason) {
    return switch (reason) {
      case UNKNOWN_CALL -> Trouble.UNKNOWN_CALL;
      case UNKNOWN_SCRIPT -> Trouble.UNKNOWN_SCRIPT;
      case UNKNOWN_RUN -> Trouble.UNKNOWN_SCRIPT_RUN;
      case NOT_YOUR_CALL -> Trouble.NOT_YOUR_CALL;
      case ANOTHER_PAGE -> Trouble.ANOTHER_PAGE;
      case WRONG_ANSWER -> Trouble.WRONG_ANSWER;
      case FIRST_PAGE -> Trouble.FIRST_PAGE;
      case SCRIPT_OVER -> Trouble.SCRIPT_OVER;
    };
  }
}
