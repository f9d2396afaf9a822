package io.switchboard.desktop.api;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.interaction.CallbackAhead;
import io.switchboard.core.interaction.GaveUp;
import io.switchboard.core.signal.CallbackRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signals;
import io.switchboard.desktop.access.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who gave up and who is called back: read from the journal; whether somebody is called back, the ACD decides. */
final class CallbackEndpoints {
  private static final int MOST = 500;
  private static final int MOST_HOURS = 168;
  private static final int USUAL_HOURS = 24;
  private static final long HOUR_MS = 3_600_000;
  private static final int LONGEST_CALL_ID = 100;

  private final CallingBack desk;
  private final Served served;
  private final Signals signals;
  private final Aside reads;

  private record Caller(
      CallId call, QueueId queue, String caller, String callerName, long leftAtMs, long waitMs, GaveUp.State state, @Nullable String by,
      @Nullable Long byAtMs) {
    static Caller of(GaveUp each) {
      return new Caller(
          each.call(), each.queue(), each.caller(), each.callerName(), each.leftAtMs(), each.waitMs(), each.state(), each.by(),
          each.byAtMs());
    }
  }

  private record GivenUp(List<Caller> gaveUp) {}

  private record Ahead(List<CallbackAhead> callbacks) {}

  /**
   * Who is to be called back.
   *
   * @param from the interaction for whose sake
   * @param sinceMs from when his wait counts, milliseconds since the epoch
   */
  record Whom(CallId from, QueueId queue, String number, String name, String language, long sinceMs) {}

  private interface Asked<T> {
    CompletionStage<Answer> of(T found);
  }

  CallbackEndpoints(CallingBack desk, Served served, Signals signals, Aside reads) {
    this.desk = desk;
    this.served = served;
    this.signals = signals;
    this.reads = reads;
  }

  CompletionStage<Answer> gaveUp(Question question) {
    Optional<String> queue = question.fields().optionalName("queue");
    long hours = question.fields().number("hours", 1, MOST_HOURS, USUAL_HOURS);
    boolean open = question.fields().flag("open");
    long afterMs = desk.clock().nowMs() - hours * HOUR_MS;
    return list(question, queue, (user, queues) -> new GivenUp(
        desk.callbacks().gaveUp(user.tenant(), queues, afterMs, open, MOST).stream().map(Caller::of).toList()));
  }

  CompletionStage<Answer> ahead(Question question) {
    Optional<String> queue = question.fields().optionalName("queue");
    return list(question, queue, (user, queues) -> new Ahead(desk.callbacks().ahead(user.tenant(), queues)));
  }

  /** By one key: he who asks is the agent who wants to talk with him, unless he says otherwise. */
  CompletionStage<Answer> callBack(Question question) {
    Visitor.User user = question.user();
    boolean mine = question.fields().bool("mine", user.role() == Role.AGENT);
    return one(
        question, Trouble.UNKNOWN_CALL, id -> desk.callbacks().gaveUp(user.tenant(), id), GaveUp::queue,
        found -> book(user, found, mine ? user.agent() : null));
  }

  CompletionStage<Answer> cancel(Question question) {
    Visitor.User user = question.user();
    return one(
        question, Trouble.UNKNOWN_CALLBACK, id -> desk.callbacks().ahead(user.tenant(), id), CallbackAhead::queue,
        found -> ask(new CallbackRequest.Cancel(found.callback(), found.queue(), user.name()), found.callback()));
  }

  private CompletionStage<Answer> book(Visitor.User user, GaveUp found, @Nullable AgentId preferred) {
    if (found.state() == GaveUp.State.REACHED || found.state() == GaveUp.State.CALLED_AGAIN) {
      return done(Problem.of(Trouble.CALLBACK_NEEDLESS, found.caller()));
    }
    return book(
        user, new Whom(found.call(), found.queue(), found.caller(), found.callerName(), found.language(), found.sinceMs()), preferred);
  }

  CompletionStage<Answer> book(Visitor.User user, Whom whom, @Nullable AgentId preferred) {
    return book(user, whom, preferred, 0);
  }

  /** {@code notBeforeMs}: when he is called at the earliest, milliseconds since the epoch; 0: as soon as it is his turn. */
  CompletionStage<Answer> book(Visitor.User user, Whom whom, @Nullable AgentId preferred, long notBeforeMs) {
    if (whom.number().isEmpty()) {
      return done(Problem.of(Trouble.NO_NUMBER));
    }
    return ask(
        new CallbackRequest.Book(whom.from(), whom.queue(), whom.number(), whom.name(), whom.language(), whom.sinceMs(), preferred, user.name(), notBeforeMs),
        whom.from());
  }

  private CompletionStage<Answer> ask(CallbackRequest request, CallId about) {
    return signals.ask(request).thenApply(reply -> switch (reply) {
      case Reply.Accepted accepted -> new Answer.Body(Map.of("state", accepted.state()));
      case Reply.Refused refused -> switch (refused.code()) {
        case "callback_refused" -> Problem.of(Trouble.CALLBACK_REFUSED, refused.message());
        case "callback_booked" -> Problem.of(Trouble.CALLBACK_BOOKED, refused.message());
        case "unknown_callback" -> Problem.of(Trouble.UNKNOWN_CALLBACK, about.value());
        default -> Problem.of(Trouble.NOT_ALLOWED, refused.message());
      };
    });
  }

  private CompletionStage<Answer> list(
      Question question, Optional<String> queue, BiFunction<Visitor.User, Optional<List<String>>, Object> read) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return done(wrong.get());
    }
    Visitor.User user = question.user();
    if (queue.isPresent() && !served.may(user, new QueueId(user.tenant(), queue.get()))) {
      return done(Problem.of(Trouble.WRONG_ROLE, Served.WHO_MAY));
    }
    return reads.run(() -> new Answer.Body(read.apply(user, served.names(user, queue))));
  }

  /** The one of the question's path, if it is there and of a queue of his. */
  private <T> CompletionStage<Answer> one(
      Question question, Trouble unknown, Function<CallId, Optional<T>> read, Function<T, QueueId> queue, Asked<T> then) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return done(wrong.get());
    }
    String id = question.name();
    if (id.isEmpty() || id.length() > LONGEST_CALL_ID || id.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      return done(Problem.of(unknown, id));
    }
    Supplier<Optional<T>> reading = () -> read.apply(new CallId(id));
    return reads.run(reading).thenCompose(found -> {
      if (found.isEmpty()) {
        return done(Problem.of(unknown, id));
      }
      return served.may(question.user(), queue.apply(found.get()))
          ? then.of(found.get()) : done(Problem.of(Trouble.WRONG_ROLE, Served.WHO_MAY));
    });
  }

  private static CompletionStage<Answer> done(Problem problem) {
    return CompletableFuture.completedFuture(problem);
  }
}
