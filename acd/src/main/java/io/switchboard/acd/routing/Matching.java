package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.VisitState;

/**
 * The policy. A call goes to the longest idle agent of its queue who has the skills it asks for now; an agent takes, of all calls that he
 * may take, the first in the one order across his queues. While no call waits that a ready agent may take, either rule needs to look only
 * at what has just changed, and leaves it so.
 */
final class Matching {
  static final String POLICY = "longest_idle";

  private Matching() {}

  /** This call has come to wait, or asks for less. */
  static void callFree(Turn turn, Visit visit, Trigger trigger) {
    if (!turn.mayOffer() || visit.state() != VisitState.WAITING) {
      return;
    }
    Agent agent = visit.queue().longestIdle(visit);
    if (agent != null) {
      Offers.make(turn, visit, agent, trigger);
    }
  }

  /** This agent may have become able to take a call. */
  static void agentFree(Turn turn, Agent agent, Trigger trigger) {
    if (!turn.mayOffer()) {
      return;
    }
    Visit visit = turn.floor.staff().firstCallFor(agent);
    if (visit != null) {
      Offers.make(turn, visit, agent, trigger);
    }
  }

  /** Anything may have changed. Longest idle first, each takes what comes first for him. */
  static void everybodyFree(Turn turn, Trigger trigger) {
    if (turn.mayOffer()) {
      turn.floor.staff().offerable().forEach(agent -> agentFree(turn, agent, trigger));
    }
  }
}
