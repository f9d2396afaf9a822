package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Floor;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.offer.Offered;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.core.signal.CallSignal;
import java.util.ArrayList;
import java.util.List;

/** One decision in the making. Each fact is applied as it is found, so that the rest of the decision sees the floor as it then is. */
final class Turn {
  final Floor floor;
  final long nowMs;
  final List<Fact> facts = new ArrayList<>(4);
  final List<Effect> effects = new ArrayList<>(4);
  private boolean holding;

  Turn(Floor floor, long nowMs) {
    this.floor = floor;
    this.nowMs = nowMs;
  }

  void fact(Fact fact) {
    floor.apply(fact);
    facts.add(fact);
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  void send(CallSignal signal) {
    effects.add(new Effect.Send(signal));
  }

  /** The agent's desk is told. */
  void tell(Agent agent, Notice notice, String about, String by) {
    effects.add(new Effect.Send(new AgentSignal.Told(agent.id(), notice, about, by)));
  }

  /** On the agent's screen. */
  void show(Offered offered) {
    effects.add(new Effect.Show(offered));
  }

  /** Matches nobody until the whole truth is in: half of it could offer a call that is gone. */
  void hold(boolean now) {
    holding = now;
  }

  boolean mayOffer() {
    return !holding && floor.line().up();
  }
}
