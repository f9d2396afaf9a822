package io.switchboard.acd.replay;

import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.routing.Event;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.ClosureRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the states of agents what they asked for themselves: to sign in and out, to be ready and not. What their calls did to them comes
 * again by itself. That an agent ended his wrap-up is part of the {@link Handling} of that call.
 */
final class Wishes {
  /** As the kernel writes them. */
  private static final String READY = "ready";
  private static final String SIGN_OUT = "sign_out";
  private static final String NOT_READY = "not_ready:";
  private static final Set<String> LET_PASS = Set.of(NotReadyReason.NO_ANSWER, NotReadyReason.BUSY, NotReadyReason.DECLINED);

  /** An agent who let calls pass was made not ready at this time. */
  record Rest(AgentId agent, long atMs) {}

  private final List<Wish> wishes = new ArrayList<>();
  private final Map<AgentId, Fact.AgentStateChanged> last = new HashMap<>();
  private final Set<Rest> rests = new HashSet<>();
  private final List<Long> restsMs = new ArrayList<>();

  /** @param counts whether it is of the period; what was before it only says how an agent stood then */
  void read(Fact fact, boolean counts) {
    if (fact instanceof Fact.AgentStateChanged f) {
      Fact.AgentStateChanged before = last.put(f.agent(), f);
      rested(f, before);
      AgentRequest request = counts ? request(f, before) : null;
      if (request != null) {
        wishes.add(new Wish(f.atMs(), f.agent(), new Event.Asked(request)));
      }
    } else if (fact instanceof Fact.AgentSkillsSet f && counts) {
      wishes.add(new Wish(f.atMs(), f.agent(), new Event.Asked(new AgentRequest.SetSkills(f.agent(), f.skills(), f.by()))));
    } else if (fact instanceof Fact.ClosureSwitched f && counts) {
      wishes.add(new Wish(f.atMs(), null, new Event.Closing(new ClosureRequest(f.tenant(), f.queue(), f.closed(), f.by()))));
    }
  }

  private void rested(Fact.AgentStateChanged fact, Fact.@Nullable AgentStateChanged before) {
    if (madeNotReady(fact)) {
      rests.add(new Rest(fact.agent(), fact.atMs()));
    }
    if (before != null && madeNotReady(before) && fact.to() == AgentState.READY) {
      restsMs.add(fact.atMs() - before.atMs());
    }
  }

  /** By the ACD, for he let too many calls pass. */
  static boolean madeNotReady(Fact.AgentStateChanged fact) {
    return fact.from().offered() && fact.to() == AgentState.NOT_READY && LET_PASS.contains(fact.reason());
  }

  private static @Nullable AgentRequest request(Fact.AgentStateChanged fact, Fact.@Nullable AgentStateChanged before) {
    String pending = before == null ? "" : before.pending();
    AgentId agent = fact.agent();
    if (fact.from() == fact.to()) {
      return stayed(fact, before);
    }
    return switch (fact.to()) {
      case SIGNED_OUT -> pending.equals(SIGN_OUT) ? null : new AgentRequest.SignOut(agent);
      case NOT_READY -> switch (fact.from()) {
        case SIGNED_OUT -> new AgentRequest.SignIn(agent);
        case READY -> new AgentRequest.NotReady(agent, fact.reason());
        case NOT_READY, RESERVED, RINGING, TALKING, HELD, WRAP_UP -> null;
      };
      case READY -> fact.from() == AgentState.NOT_READY || pending.startsWith(NOT_READY) ? new AgentRequest.Ready(agent) : null;
      case RESERVED, RINGING, TALKING, HELD, WRAP_UP -> null;
    };
  }

  /** His state stayed: he asked for something that follows it, prolongs it, or is its other reason. */
  private static @Nullable AgentRequest stayed(Fact.AgentStateChanged fact, Fact.@Nullable AgentStateChanged before) {
    AgentId agent = fact.agent();
    Fact.Terms terms = fact.terms();
    Fact.Terms was = before == null ? Fact.Terms.NONE : before.terms();
    if (terms.asked() != null && !terms.asked().equals(was.asked())) {
      Fact.Break asked = terms.asked();
      return new AgentRequest.PlanBreak(agent, asked.reason(), Math.max(0, asked.dueMs() - fact.atMs()), asked.lengthMs(), fact.by());
    }
    if (terms.extensions() > was.extensions()) {
      return new AgentRequest.ExtendWrapUp(agent);
    }
    if (fact.to() == AgentState.NOT_READY) {
      boolean sameReason = before != null && before.reason().equals(fact.reason());
      return sameReason ? null : new AgentRequest.NotReady(agent, fact.reason());
    }
    return noted(agent, fact.pending());
  }

  /** What is to follow the call at hand. */
  private static @Nullable AgentRequest noted(AgentId agent, String pending) {
    if (pending.equals(READY)) {
      return new AgentRequest.Ready(agent);
    }
    if (pending.equals(SIGN_OUT)) {
      return new AgentRequest.SignOut(agent);
    }
    if (pending.equals(NOT_READY + NotReadyReason.SIGNED_IN)) {
      return new AgentRequest.SignIn(agent); // he had asked to sign out, and thought better of it
    }
    return pending.startsWith(NOT_READY) ? new AgentRequest.NotReady(agent, pending.substring(NOT_READY.length())) : null;
  }

  /** In the order of the journal. */
  List<Wish> wishes() {
    return List.copyOf(wishes);
  }

  /** When the record has agents made not ready for calls that they let pass. */
  Set<Rest> rests() {
    return Set.copyOf(rests);
  }

  /** How long until each was ready again. */
  List<Long> restsMs() {
    return List.copyOf(restsMs);
  }
}
