package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Work;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.ending.OfferEnding;
import java.util.Set;

/**
 * What an offer that was not answered means for the agent. Not answered, busy and declined count against him, as far as the call's queue
 * says so; a phone that cannot be reached never does.
 */
final class NoAnswer {
  private NoAnswer() {}

  /** Whether it counts against him. */
  static boolean counts(Offer offer, OfferEnding ending) {
    QueueSettings queue = offer.visit().queue().settings();
    Set<OfferEnding> strikes = queue == null ? Work.ALL_STRIKES : queue.work().strikes();
    return strikes.contains(ending);
  }

  static boolean tooMany(Agent agent, Offer offer, OfferEnding ending, int strikes) {
    AgentSettings settings = agent.settings();
    return counts(offer, ending) && (settings == null || strikes >= settings.strikes());
  }

  /** He is not ready, for the reason of the last one, and is told. */
  static void rest(Turn turn, Agent agent, OfferEnding ending) {
    String reason = switch (ending) {
      case BUSY -> NotReadyReason.BUSY;
      case DECLINED -> NotReadyReason.DECLINED;
      default -> NotReadyReason.NO_ANSWER;
    };
    Agents.rest(turn, agent, reason).by("").on(AgentTrigger.OFFER_OVER_NOT_READY);
    turn.tell(agent, switch (ending) {
      case BUSY -> Notice.BUSY;
      case DECLINED -> Notice.DECLINED;
      default -> Notice.NO_ANSWER;
    }, reason, "");
  }

  /** Those whose phone it is are told whether it can be rung; also who has signed out since he was told that it cannot. */
  static void tell(Turn turn, Handset handset, boolean reachable) {
    handset.agents().forEach(agent -> turn.tell(agent, reachable ? Notice.PHONE_BACK : Notice.PHONE_UNREACHABLE, "", ""));
  }
}
