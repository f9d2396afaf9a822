package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Offer;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.Reply;

/** An agent's microphone, off or on at the telephone server: any phone can be muted so. With his leg it ends by itself. */
final class Microphones {
  private Microphones() {}

  static Reply ask(Turn turn, Offer offer, boolean muted) {
    turn.fact(new Fact.MicrophoneSwitched(
        turn.nowMs, offer.visit().entered().tenant(), offer.visit().call(), offer.id(), offer.agent().id(), muted));
    turn.effect(new Effect.Mute(offer.id(), muted));
    return new Reply.Accepted(muted ? "muted" : "heard");
  }
}
