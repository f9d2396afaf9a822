package io.switchboard.desktop.api;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.interaction.Task;
import io.switchboard.core.interaction.Tasks;
import io.switchboard.core.interaction.Voicemail;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.TaskRequest;
import io.switchboard.core.signal.VoicemailRequest;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people are to do after calls: an agent sees the tasks of the queues that he serves, a supervisor all of his tenant. */
final class TaskEndpoints {
  private static final int MOST = 1000;
  private static final int USUAL = 100;
  private static final int LONGEST_ID = 120;
  private static final int LONGEST_NOTE = 500;

  private final Tasks tasks;
  private final Clock clock;
  private final CallbackEndpoints callbacks;
  private final Served served;
  private final Signals signals;
  private final Aside reads;

  private record Shown(
      String id, String kind, @Nullable QueueId queue, CallId call, String number, String callerName, @Nullable String survey,
      @Nullable Integer score, @Nullable String agent, @Nullable String audio, @Nullable Long lengthMs, long madeAtMs, @Nullable Long dueAtMs,
      boolean overdue, boolean unseen, @Nullable String seenBy, @Nullable Long seenAtMs, @Nullable String calledBackBy,
      @Nullable Long calledBackAtMs, @Nullable String doneBy, @Nullable Long doneAtMs, @Nullable String note) {
    static Shown of(Task each, long nowMs) {
      Task.Score score = each.score();
      Voicemail.Mark seen = each.seen();
      Voicemail.Mark back = each.calledBack();
      Voicemail.Mark done = each.done();
      boolean message = each.kind() == Task.Kind.VOICEMAIL;
      return new Shown(
          each.id(), text(each.kind()), each.queue(), each.call(), each.number(), each.callerName(), score == null ? null : score.survey(),
          score == null ? null : score.score(), score == null || score.agent().isEmpty() ? null : score.agent(),
          message ? "/api/voicemails/" + each.id() + "/audio" : null, message ? each.messageMs() : null, each.madeAtMs(), each.dueAtMs(),
          each.overdue(nowMs), seen == null && done == null, by(seen), at(seen), by(back), at(back), by(done), at(done),
          done == null ? null : each.note());
    }

    private static @Nullable String by(Voicemail.@Nullable Mark mark) {
      return mark == null ? null : mark.by();
    }

    private static @Nullable Long at(Voicemail.@Nullable Mark mark) {
      return mark == null ? null : mark.atMs();
    }
  }

  private record Listed(List<Shown> tasks) {}

  TaskEndpoints(Tasks tasks, Clock clock, CallbackEndpoints callbacks, Served served, Signals signals, Aside reads) {
    this.tasks = tasks;
    this.clock = clock;
    this.callbacks = callbacks;
    this.served = served;
    this.signals = signals;
    this.reads = reads;
  }

  CompletionStage<Answer> list(Question question) {
    Visitor.User user = question.user();
    Fields fields = question.fields();
    Optional<String> queue = fields.optionalName("queue");
    Optional<Task.Kind> kind = fields.oneOf("kind", Task.Kind.class);
    boolean open = fields.flag("open");
    boolean overdue = fields.flag("overdue");
    boolean unseen = fields.flag("unseen");
    long beforeMs = fields.number("before_ms", 0, Long.MAX_VALUE, Long.MAX_VALUE);
    int limit = (int) fields.number("limit", 1, MOST, USUAL);
    Optional<Problem> wrong = fields.wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    if (queue.isPresent() && !served.may(user, new QueueId(user.tenant(), queue.get()))) {
      return CompletableFuture.completedFuture(Problem.of(Trouble.WRONG_ROLE, Served.WHO_MAY));
    }
    long nowMs = clock.nowMs();
    Tasks.Choice choice = new Tasks.Choice(
        served.names(user, queue), kind.orElse(null), open, unseen, overdue ? nowMs : 0, beforeMs, limit);
    return reads.run(() -> new Answer.Body(new Listed(
        tasks.list(user.tenant(), choice).stream().map(each -> Shown.of(each, nowMs)).toList())));
  }

  private static String text(Task.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** A supervisor took note; of a message that is who hears it. Once: who did it first stays written. */
  CompletionStage<Answer> seen(Question question) {
    return of(question, task -> {
      Visitor.User user = question.user();
      if (task.kind() == Task.Kind.VOICEMAIL) {
        return answer(Problem.of(Trouble.HEARD_NOT_SEEN, task.id()));
      }
      return task.seen() != null
          ? answer(new Answer.Body(new Reply.Accepted("seen")))
          : ask(new TaskRequest.Seen(user.tenant(), task.call(), task.id(), user.name()));
    });
  }

  /** Dealt with; once: who did it first stays written. */
  CompletionStage<Answer> done(Question question) {
    String note = question.fields().optionalText("note", LONGEST_NOTE).orElse("");
    return of(question, task -> {
      Visitor.User user = question.user();
      if (task.done() != null) {
        return answer(new Answer.Body(new Reply.Accepted("done")));
      }
      int dash = task.id().lastIndexOf('-');
      return ask(task.kind() == Task.Kind.VOICEMAIL
          ? new VoicemailRequest.Done(user.tenant(), task.call(), Integer.parseInt(task.id().substring(dash + 1)), user.name(), note)
          : new TaskRequest.Done(user.tenant(), task.call(), task.id(), user.name(), note));
    });
  }

  /** By one key, as for who gave up: he who asks is the agent who wants to talk with him, unless he says otherwise. */
  CompletionStage<Answer> callBack(Question question) {
    Visitor.User user = question.user();
    boolean mine = question.fields().bool("mine", user.role() == Role.AGENT);
    return of(question, task -> {
      if (task.done() != null) {
        return answer(Problem.of(Trouble.TASK_DONE, task.done().by()));
      }
      QueueId queue = task.queue();
      return queue == null
          ? answer(Problem.of(Trouble.NO_QUEUE))
          : callbacks.book(
              user, new CallbackEndpoints.Whom(task.call(), queue, task.number(), task.callerName(), task.language(), clock.nowMs()),
              mine ? user.agent() : null);
    });
  }

  private CompletionStage<Answer> ask(Request<Reply> request) {
    return signals.ask(request).thenApply(Answer.Body::new);
  }

  private static CompletionStage<Answer> answer(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  private CompletionStage<Answer> of(Question question, Function<Task, CompletionStage<Answer>> then) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return answer(wrong.get());
    }
    String id = question.name();
    if (id.isEmpty() || id.length() > LONGEST_ID || id.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      return answer(Problem.of(Trouble.UNKNOWN_TASK, id));
    }
    return reads.run(() -> tasks.one(question.user().tenant(), id)).thenCompose(found -> {
      if (found.isEmpty()) {
        return answer(Problem.of(Trouble.UNKNOWN_TASK, id));
      }
      return served.may(question.user(), found.get().queue()) ? then.apply(found.get()) : answer(Problem.of(Trouble.WRONG_ROLE, Served.WHO_MAY));
    });
  }
}
