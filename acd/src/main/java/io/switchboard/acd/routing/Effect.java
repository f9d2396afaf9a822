package io.switchboard.acd.routing;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line;
import io.switchboard.core.offer.Offered;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signal;
import org.jspecify.annotations.Nullable;

/** What is to be done once the decision's facts are durable, in this order; {@link Show} alone at once. */
public sealed interface Effect {
  /**
   * What is offered, on the agent's screen. It does not wait for the facts: it has the time that they take to be there before his phone rings,
   * and a screen that showed what never was is put right by the next fact.
   */
  record Show(Offered offered) implements Effect {}

  /** Only while {@link io.switchboard.acd.floor.Floor#toBeRung} holds: the facts may have taken long. */
  record Ring(Line.Ring ring) implements Effect {}

  /** Dials the customer for whom this offer reserves an agent; as {@link Ring}, only while it holds. */
  record CallBack(Line.Ring dial) implements Effect {}

  /** Rings an agent's phone and then a number; as {@link Ring}, only while it holds. */
  record Dial(Line.Dial dial) implements Effect {}

  record HangUp(CallId call) implements Effect {}

  /** Who hears whom in an agent's talk. */
  record Arrange(OfferId talk, @Nullable OfferId third, Line.With with) implements Effect {}

  /** Rings a third party for the agent of this talk; only while {@link io.switchboard.acd.floor.Floor#third} is there. */
  record Consult(Line.Ring third, OfferId talk) implements Effect {}

  /** Rings a number outside for a caller whom his agent has handed on to it. */
  record RingOutside(Line.Ring third) implements Effect {}

  /** The caller goes on without the agent: with the third party, or, where there is none, held. */
  record HandOn(OfferId talk, @Nullable OfferId third) implements Effect {}

  /** Ends a leg that talks. */
  record HangUpLeg(OfferId leg) implements Effect {}

  /** Ends the leg of a phone that is lost; the caller is held. */
  record Drop(OfferId talk) implements Effect {}

  record Cancel(OfferId offer) implements Effect {}

  /** A supervisor takes part in a talk, or otherwise than before; only while {@link io.switchboard.acd.floor.Listenings#leg} is there. */
  record Listen(Line.Listener listener) implements Effect {}

  record Mute(OfferId talk, boolean muted) implements Effect {}

  record Music(CallId call, String musicClass) implements Effect {}

  record Send(Signal signal) implements Effect {}

  /** To whoever asked. */
  record Answer(Reply reply) implements Effect {}
}
