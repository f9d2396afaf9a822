package io.switchboard.acd.replay;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.routing.Event;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The agents: they come, go and rest when they did, and answer their phones as they did. */
final class People {
  private final Replay replay;
  private final Recorded recorded;
  private final Behaviour behaviour;
  private final Set<AgentId> readyAfterwards = new HashSet<>();

  People(Replay replay, Recorded recorded, Behaviour behaviour) {
    this.replay = replay;
    this.recorded = recorded;
    this.behaviour = behaviour;
  }

  /** Phones that ring already when the period begins. */
  void resume() {
    for (Agent agent : List.copyOf(replay.floor().staff().all())) {
      Offer offer = agent.offer();
      if (offer != null && offer.unanswered()) {
        rings(offer.id(), agent.id(), offer.madeMs(), offer.ringMs());
      }
    }
  }

  void rings(Line.Ring ring) {
    Offer offer = replay.floor().liveOffer(ring.offer());
    if (offer != null) {
      replay.agenda().at(replay.nowMs(), () -> whileItRings(ring.offer(), new LineEvent.OfferRinging(ring.offer())));
      rings(ring.offer(), offer.agent().id(), offer.madeMs(), ring.ringMs());
    }
  }

  private void rings(OfferId offer, AgentId agent, long madeMs, long ringMs) {
    Ringing ringing = behaviour.ringing(offer, agent, ringMs);
    LineEvent end = ringing.ending() == null ? new LineEvent.Connected(offer) : new LineEvent.OfferFailed(offer, ringing.ending());
    replay.agenda().at(Math.max(replay.nowMs(), madeMs + ringing.afterMs()), () -> whileItRings(offer, end));
  }

  private void whileItRings(OfferId id, LineEvent event) {
    Offer offer = replay.floor().liveOffer(id);
    if (offer != null && offer.unanswered()) {
      replay.tell(new Event.Heard(event));
    }
  }

  /** What he asked for, at its time. Whoever is ready again while he wraps up in this replay is so after it. */
  void ask(Wish wish, Staffing staffing) {
    AgentId agent = wish.agent();
    if (agent != null && staffing.isAway(agent, replay.nowMs())) {
      return;
    }
    boolean ready = wish.event() instanceof Event.Asked asked && asked.request() instanceof AgentRequest.Ready;
    if (agent != null && ready && state(agent) == AgentState.WRAP_UP) {
      readyAfterwards.add(agent);
    } else {
      replay.tell(wish.event());
    }
  }

  private @Nullable AgentState state(AgentId id) {
    Agent agent = replay.floor().staff().agent(id);
    return agent == null ? null : agent.state();
  }

  /** What becomes of him. */
  void follow(Fact fact) {
    if (!(fact instanceof Fact.AgentStateChanged changed)) {
      return;
    }
    AgentId agent = changed.agent();
    if (changed.from() == AgentState.WRAP_UP && readyAfterwards.remove(agent) && changed.to() == AgentState.NOT_READY) {
      replay.agenda().at(replay.nowMs(), () -> replay.tell(new Event.Asked(new AgentRequest.Ready(agent))));
    }
    if (Wishes.madeNotReady(changed) && !recorded.rests.contains(new Wishes.Rest(agent, changed.atMs()))) {
      replay.agenda().at(changed.atMs() + behaviour.restMs(agent, changed.atMs()), () -> {
        Agent now = replay.floor().staff().agent(agent);
        if (now != null && now.state() == AgentState.NOT_READY && now.changedMs() == changed.atMs()) {
          replay.tell(new Event.Asked(new AgentRequest.Ready(agent)));
        }
      });
    }
  }

  /** Whoever talked about this wraps up now. */
  boolean wrapsUp(OfferId offer) {
    return wrappingUp(offer) != null;
  }

  /** He is done with it before the timer is, unless he has asked to rest afterwards: that only the timer brings. */
  void endWrapUp(OfferId offer) {
    Agent agent = wrappingUp(offer);
    if (agent != null && (agent.pending().isEmpty() || agent.pending().equals("ready"))) {
      replay.tell(new Event.Asked(new AgentRequest.Ready(agent.id())));
    }
  }

  private @Nullable Agent wrappingUp(OfferId offer) {
    for (Agent agent : replay.floor().staff().all()) {
      Offer his = agent.offer();
      if (agent.state() == AgentState.WRAP_UP && his != null && his.id().equals(offer)) {
        return agent;
      }
    }
    return null;
  }

  void leaves(Staffing.Away away) {
    replay.agenda().at(Math.max(recorded.fromMs, away.fromMs()), () -> replay.tell(new Event.Asked(new AgentRequest.SignOut(away.agent()))));
    AgentState then = recorded.stateAt(away.agent(), away.untilMs());
    if (then != AgentState.SIGNED_OUT && away.untilMs() <= recorded.lastMs) {
      replay.agenda().at(Math.max(recorded.fromMs, away.untilMs()), () -> comes(away.agent(), then != AgentState.NOT_READY));
    }
  }

  void comes(Staffing.Newcomer newcomer) {
    AgentId agent = newcomer.settings().id();
    replay.agenda().at(Math.max(recorded.fromMs, newcomer.fromMs()), () -> comes(agent, true));
    replay.agenda().at(Math.max(recorded.fromMs, newcomer.untilMs()), () -> replay.tell(new Event.Asked(new AgentRequest.SignOut(agent))));
  }

  private void comes(AgentId agent, boolean ready) {
    replay.tell(new Event.Asked(new AgentRequest.SignIn(agent)));
    if (ready) {
      replay.tell(new Event.Asked(new AgentRequest.Ready(agent)));
    }
  }
}
