package io.switchboard.desktop.api;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.protocol.Today;
import io.switchboard.desktop.knowledge.Knowledge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What an agent does beside talking: how a call went, what he did today, what his supervisor writes, what there is to know. */
final class WorkEndpoints {
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_MESSAGE = 1_000;
  private static final int LONGEST_SEARCH = 100;
  private static final long LATEST_CALLBACK_MS = 90 * 24 * 3_600_000L;

  private final AgentEndpoints agents;
  private final CallbackEndpoints callbacks;
  private final DeskWork work;
  private final Numbers numbers;
  private final Function<AgentId, Set<QueueId>> queues;
  private final Signals signals;
  private final Clock clock;
  private final Aside reads;

  private record Sent(int agents) {}

  private record Found(List<Knowledge.Hit> articles) {}

  /** {@code queues}: those that an agent serves. */
  WorkEndpoints(
      AgentEndpoints agents, CallbackEndpoints callbacks, DeskWork work, Numbers numbers, Function<AgentId, Set<QueueId>> queues, Signals signals,
      Clock clock, Aside reads) {
    this.agents = agents;
    this.callbacks = callbacks;
    this.work = work;
    this.numbers = numbers;
    this.queues = queues;
    this.signals = signals;
    this.clock = clock;
    this.reads = reads;
  }

  /** A callback is booked first: where it is refused, nothing is written. */
  CompletionStage<Answer> wrapUp(Question question) {
    Fields fields = question.fields();
    String code = fields.optionalText("code", LONGEST_CODE).orElse("");
    String note = fields.answer("note", LONGEST_NOTE);
    boolean done = fields.bool("done", false);
    long nowMs = clock.nowMs();
    long callBackMs = fields.whole("call_back_at_ms", nowMs - 60_000, nowMs + LATEST_CALLBACK_MS, OptionalLong.of(0));
    boolean mine = fields.bool("call_back_mine", true);
    Optional<Problem> wrong = fields.wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    Function<AgentId, AgentRequest> coded = agent -> new AgentRequest.WrapUp(agent, code, note, done, "");
    return callBackMs == 0
        ? agents.own(question, coded)
        : callBack(question.user(), callBackMs, mine).thenCompose(
            booked -> booked instanceof Problem ? CompletableFuture.completedFuture(booked) : agents.own(question, coded));
  }

  private CompletionStage<Answer> callBack(Visitor.User user, long atMs, boolean mine) {
    Snapshot.AtHand call = numbers.snapshot().tenant(user.tenant()).atHand().get(user.agent());
    if (call == null || call.queue() == null) {
      return CompletableFuture.completedFuture(Problem.of(Trouble.NO_CALL, "none of a queue", "没有队列来电"));
    }
    CallbackEndpoints.Whom whom = new CallbackEndpoints.Whom(
        call.call(), call.queue(), call.caller(), call.callerName(), call.attached().language(), clock.nowMs());
    return callbacks.book(user, whom, mine ? user.agent() : null, atMs);
  }

  CompletionStage<Answer> today(Question question) {
    return question.fields().wrong().<CompletionStage<Answer>>map(CompletableFuture::completedFuture).orElseGet(() -> {
      Snapshot.Tenant mine = numbers.snapshot().tenant(question.user().tenant());
      return CompletableFuture.completedFuture(mine.agents().stream().filter(agent -> agent.agent().equals(question.user().agent()))
          .findFirst().<Answer>map(agent -> new Answer.Body(Today.of(agent)))
          .orElseGet(() -> Problem.of(Trouble.UNKNOWN_AGENT, question.user().name())));
    });
  }

  /** To one agent, to those of a queue, or to all of the tenant. */
  CompletionStage<Answer> send(Question question) {
    Visitor.User user = question.user();
    String text = question.fields().text("text", LONGEST_MESSAGE);
    Optional<String> agent = question.fields().optionalName("agent");
    Optional<String> queue = question.fields().optionalName("queue");
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    List<AgentId> all = numbers.snapshot().tenant(user.tenant()).agents().stream().map(Snapshot.Agent::agent).toList();
    List<AgentId> to = all.stream()
        .filter(each -> agent.isEmpty() || each.name().equals(agent.get()))
        .filter(each -> queue.isEmpty() || queues.apply(each).contains(new QueueId(user.tenant(), queue.get()))).toList();
    if (agent.isPresent() && to.isEmpty()) {
      return CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_AGENT, agent.get()));
    }
    if (to.isEmpty() && queue.isPresent()) {
      return CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_QUEUE, queue.get()));
    }
    return reads.run(() -> {
      work.messages().send(to, user.name(), text, clock.nowMs()).forEach(sent -> signals.send(new AgentSignal.Written(sent)));
      return new Answer.Body(new Sent(to.size()));
    });
  }

  CompletionStage<Answer> seen(Question question) {
    AgentId agent = question.user().agent();
    return question.fields().wrong().<CompletionStage<Answer>>map(CompletableFuture::completedFuture).orElseGet(() -> reads.run(() -> {
      if (!work.messages().seen(agent, question.name(), clock.nowMs())) {
        return Problem.of(Trouble.UNKNOWN_MESSAGE, question.name());
      }
      signals.send(new AgentSignal.Seen(agent, question.name()));
      return new Answer.Body(Map.of("state", "seen"));
    }));
  }

  /** In the reader's language. */
  CompletionStage<Answer> search(Question question) {
    String typed = question.fields().text("q", LONGEST_SEARCH);
    String language = language(question);
    return CompletableFuture.completedFuture(question.fields().wrong().<Answer>map(wrong -> wrong)
        .orElseGet(() -> new Answer.Body(new Found(work.knowledge().get().search(typed, language)))));
  }

  CompletionStage<Answer> article(Question question) {
    String language = language(question);
    return CompletableFuture.completedFuture(question.fields().wrong().<Answer>map(wrong -> wrong)
        .orElseGet(() -> work.knowledge().get().article(question.name(), language).<Answer>map(Answer.Body::new)
            .orElseGet(() -> Problem.of(Trouble.UNKNOWN_ARTICLE, question.name()))));
  }

  private static String language(Question question) {
    return question.fields().optionalText("language", 2).orElse(question.language().tag());
  }
}
