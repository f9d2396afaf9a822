package io.switchboard.desktop.api;

import io.switchboard.core.access.Role;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.AttachedData;
import io.switchboard.core.interaction.Attaching;
import io.switchboard.core.interaction.Callbacks;
import io.switchboard.core.interaction.Interaction;
import io.switchboard.core.interaction.Interactions;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.words.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is read: the numbers of this moment as the board counts them, and what happened to a call. */
final class BoardEndpoints {
  private static final int MOST_CALLS = 1000;
  private static final int LONGEST_CALL_ID = 100;

  private final Numbers numbers;
  private final Interactions interactions;
  private final Callbacks callbacks;
  private final Aside aside;

  /** {@code warnings}: bad scores of today of which no supervisor took note; null for who is none. */
  private record Me(String tenant, String user, String role, @Nullable AgentNow agent, @Nullable NoticeNow notice,
      Snapshot.@Nullable AtHand call, @Nullable Long warnings) {
    static Me of(Visitor.User user, Snapshot.Tenant mine, Numbers numbers, Language language) {
      Snapshot.Agent counted = mine.agents().stream().filter(each -> each.agent().equals(user.agent())).findFirst().orElse(null);
      AgentNow agent = counted == null ? null : AgentNow.of(counted, numbers);
      return new Me(
          user.tenant().value(), user.name(), Roles.text(user.role()), agent,
          agent == null || counted == null ? null : NoticeNow.of(agent, counted, language), mine.atHand().get(user.agent()),
          user.role() == Role.SUPERVISOR || user.role() == Role.ADMIN ? mine.warnings() : null);
    }
  }

  private record Queues(
      long atMs, boolean complete, long daySinceMs, Definitions definitions, String serviceLevelFormula, boolean closed,
      List<Snapshot.Arrivals> arrived, Map<Ending, Long> endings, List<Snapshot.Queue> queues) {}

  private record Surveys(long atMs, boolean complete, long daySinceMs, List<Snapshot.Survey> surveys) {}

  private record Agents(long atMs, boolean complete, Map<AgentState, Long> states, List<AgentNow> agents) {}

  private record Colleagues(long atMs, List<Colleague> agents) {}

  /** What an agent may know of another: whom he can hand a call to, not how he works. */
  private record Colleague(AgentId agent, String displayName, AgentState state, long sinceMs, boolean reachable) {}

  private record Calls(
      long atMs, boolean complete, long inFlow, long waiting, long talking, long transferred, Map<Ending, Long> endings,
      List<Snapshot.LiveCall> calls) {}

  private record Recent(List<Interaction> calls) {}

  /** {@code from}: of a callback, the interaction for whose sake it was booked, else null; {@code callbacks}: those for the sake of this one. */
  private record Timeline(CallId call, @Nullable CallId from, List<CallId> callbacks, AttachedData attached, List<PathStep> path,
      List<Fact> facts) {
    static Timeline of(CallId call, List<CallId> callbacks, List<Fact> facts) {
      CallId from = facts.stream().filter(Fact.CallbackBooked.class::isInstance).map(Fact.CallbackBooked.class::cast)
          .map(Fact.CallbackBooked::from).findFirst().orElse(null);
      return new Timeline(call, from, callbacks, Attaching.of(facts), PathStep.of(facts), facts);
    }
  }

  BoardEndpoints(Numbers numbers, Interactions interactions, Callbacks callbacks, Aside aside) {
    this.numbers = numbers;
    this.interactions = interactions;
    this.callbacks = callbacks;
    this.aside = aside;
  }

  CompletionStage<Answer> me(Question question) {
    Visitor.User user = question.user();
    return now(question, (all, mine) -> Me.of(user, mine, numbers, question.language()));
  }

  CompletionStage<Answer> surveys(Question question) {
    return now(question, (all, mine) -> new Surveys(all.atMs(), all.complete(), mine.sinceMs(), mine.surveys()));
  }

  /** The other agents, for handing a call on. */
  CompletionStage<Answer> colleagues(Question question) {
    AgentId me = question.user().agent();
    return now(question, (all, mine) -> new Colleagues(all.atMs(), mine.agents().stream().filter(each -> !each.agent().equals(me))
        .map(each -> new Colleague(
            each.agent(), numbers.displayName(each.agent()), each.state(), each.sinceMs(), numbers.reachable(each.agent())))
        .toList()));
  }

  CompletionStage<Answer> queues(Question question) {
    return now(question, (all, mine) -> new Queues(
        all.atMs(), all.complete(), mine.sinceMs(), mine.definitions(), mine.definitions().formula(), mine.closed(), mine.arrived(),
        mine.endings(), mine.queues()));
  }

  CompletionStage<Answer> agents(Question question) {
    return now(question, (all, mine) -> new Agents(
        all.atMs(), all.complete(), mine.agentsByState(), mine.agents().stream().map(agent -> AgentNow.of(agent, numbers)).toList()));
  }

  /** Calls on the line; with {@code recent=N} the last N interactions instead, before {@code before_ms}. */
  CompletionStage<Answer> calls(Question question) {
    long recent = question.fields().number("recent", 1, MOST_CALLS, 0);
    long beforeMs = question.fields().number("before_ms", 0, Long.MAX_VALUE, Long.MAX_VALUE);
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    TenantId tenant = question.user().tenant();
    return recent == 0
        ? now(question, (all, mine) -> new Calls(
            all.atMs(), all.complete(), mine.callsInFlow(), mine.callsWaiting(), mine.callsTalking(), mine.callsTransferred(), mine.endings(),
            mine.calls()))
        : aside.run(() -> new Answer.Body(new Recent(interactions.recent(tenant, beforeMs, (int) recent))));
  }

  /** Everything that happened to one call. */
  CompletionStage<Answer> call(Question question) {
    return known(question, call -> aside.run(() -> {
      TenantId tenant = question.user().tenant();
      List<Fact> facts = interactions.timeline(tenant, call);
      return facts.isEmpty()
          ? Problem.of(Trouble.UNKNOWN_CALL, call.value())
          : new Answer.Body(Timeline.of(call, callbacks.bookedFrom(tenant, call), facts));
    }));
  }

  /** Answers for the call in the question's path; what can be no call's id is unknown. */
  CompletionStage<Answer> known(Question question, Function<CallId, CompletionStage<Answer>> answer) {
    String id = question.name();
    return id.isEmpty() || id.length() > LONGEST_CALL_ID || id.chars().anyMatch(c -> c <= ' ' || c > '~')
        ? CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_CALL, id))
        : answer.apply(new CallId(id));
  }

  private CompletionStage<Answer> now(Question question, BiFunction<Snapshot, Snapshot.Tenant, Object> view) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    Snapshot all = numbers.snapshot();
    return CompletableFuture.completedFuture(new Answer.Body(view.apply(all, all.tenant(question.user().tenant()))));
  }
}
