package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.VisitState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets whom. A call goes to the one of its queue's agents whom the queue's policy chooses among those who have the skills that it asks
 * for now; an agent takes, of all calls that he may take, the first in the one order across his queues. While no call waits that a ready agent may take, either rule needs to look only
 * at what has just changed, and leaves it so.
 */
final class Matching {
  /** A decision without a choice: the call waited for this agent. */
  private static final String PREFERRED = "preferred_agent";
  /** The same, since he talked with this number last. */
  private static final String LAST = "last_agent";

  /** The same, since it is for him alone. */
  private static final String ONLY = "only_agent";

  /** Up to so many agents it is quicker to go by them: each look costs a fraction of a microsecond, and there may be 100,000 calls. */
  private static final int FEW = 64;

  private Matching() {}

  /** Why a call waited for the one agent who now gets it. */
  static String awaited(Visit visit) {
    return visit.only() ? ONLY : visit.entered().lastAgent() ? LAST : PREFERRED;
  }

  /** This call has come to wait, or asks for less. A customer who is not to be dialled yet is left alone. */
  static void callFree(Turn turn, Visit visit, Trigger trigger) {
    if (!turn.mayOffer() || visit.state() != VisitState.WAITING || visit.resting()) {
      return;
    }
    Agent awaited = visit.expectedAgent();
    Agent agent = awaited == null ? visit.queue().chosen(visit, turn.nowMs) : awaited;
    if (agent != null && agent.offerable() && CallingBack.mayBeDialled(turn, visit)) {
      Offers.make(turn, visit, agent, trigger);
    }
  }

  /** This agent may have become able to take a call. */
  static void agentFree(Turn turn, Agent agent, Trigger trigger) {
    if (!turn.mayOffer()) {
      return;
    }
    Visit visit = turn.floor.staff().firstCallFor(agent, turn.nowMs);
    while (visit != null) {
      Agent taker = CallingBack.mayBeDialled(turn, visit) ? best(turn, visit, agent) : null;
      if (taker != null) {
        Offers.make(turn, visit, taker, trigger);
      }
      visit = taker == agent ? null : turn.floor.staff().firstCallFor(agent, turn.nowMs);
    }
  }

  /** He alone may take it, else it would not wait; unless agents were kept from it, of whom one may go now that he is here. */
  private static Agent best(Turn turn, Visit visit, Agent freed) {
    Agent chosen = visit.expectedAgent() == null && visit.queue().keepsAgents() ? visit.queue().chosen(visit, turn.nowMs) : freed;
    return chosen == null ? freed : chosen;
  }

  /**
   * Anything may have changed. In the one order, each call gets whom its queue's policy chooses. A few agents each look for their first
   * call; many agents are looked for by the calls, in order.
   */
  static void everybodyFree(Turn turn, Trigger trigger) {
    if (turn.mayOffer()) {
      if (turn.floor.staff().offerable() <= FEW) {
        fewAgentsFree(turn, trigger);
      } else {
        callsFree(turn, trigger);
      }
    }
  }

  private static void fewAgentsFree(Turn turn, Trigger trigger) {
    List<Agent> ready = turn.floor.staff().allOfferable();
    Visit first = first(turn, ready);
    while (first != null) {
      callFree(turn, first, trigger);
      first = first.state() == VisitState.WAITING && !first.resting() ? null : first(turn, ready);
    }
  }

  /** The first call, in the one order, that any of these agents may take now. */
  private static @Nullable Visit first(Turn turn, List<Agent> ready) {
    Visit first = null;
    for (Agent agent : ready) {
      Visit his = turn.floor.staff().firstCallFor(agent, turn.nowMs);
      first = his != null && (first == null || his.precedes(first)) ? his : first;
    }
    return first;
  }

  private static void callsFree(Turn turn, Trigger trigger) {
    List<Visit> waiting = new ArrayList<>(turn.floor.visits().stream().filter(v -> v.state() == VisitState.WAITING).toList());
    waiting.sort((a, b) -> a.precedes(b) ? -1 : b.precedes(a) ? 1 : 0);
    for (Visit visit : waiting) {
      if (turn.floor.staff().offerable() == 0) {
        return;
      }
      callFree(turn, visit, trigger);
    }
  }
}
