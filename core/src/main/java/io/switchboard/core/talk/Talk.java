package io.switchboard.core.talk;

import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import org.jspecify.annotations.Nullable;

/**
 * An agent's talk with his caller as its facts say, for whoever shows it.
 *
 * @param offer by which the agent has the caller
 * @param third the last third party, also where he is gone; null: there was none
 */
public record Talk(OfferId offer, AgentId agent, TalkState state, @Nullable Third third) {
  /**
   * A third party: an agent, or a number outside.
   *
   * @param agent null: a number
   * @param number E.164, or empty
   * @param state of the talk with him
   * @param sinceMs since when it is so
   * @param failed why he was not reached, or null
   */
  public record Third(OfferId id, @Nullable AgentId agent, String number, State state, long sinceMs, @Nullable OfferEnding failed) {
    /** Where he is. */
    public enum State { RINGING, TALKING, HELD, GONE }

    Third in(State next, long atMs) {
      return next == state ? this : new Third(id, agent, number, next, atMs, failed);
    }

    Third gone(@Nullable OfferEnding why, long atMs) {
      return new Third(id, agent, number, State.GONE, atMs, why);
    }
  }

  /** He answered. */
  public static Talk begun(OfferId offer, AgentId agent) {
    return new Talk(offer, agent, TalkState.TALKING, null);
  }

  /** As it is after this fact of its call. */
  public Talk after(Fact fact) {
    return switch (fact) {
      case Fact.CallHeld f when f.offer().equals(offer) && f.aside() -> on(TalkTrigger.HOLD, f.atMs());
      case Fact.CallResumed f when f.offer().equals(offer) && state != TalkState.TALKING -> on(TalkTrigger.RESUME, f.atMs());
      case Fact.TalkEnded f when f.offer().equals(offer) -> on(TalkTrigger.END, f.atMs());
      case Fact.InTalk f -> in(f);
      default -> this;
    };
  }

  private Talk in(Fact.InTalk fact) {
    return switch (fact) {
      case Fact.InTalk.ConsultBegun f when state == TalkState.OVER -> this;
      case Fact.InTalk.ConsultBegun f ->
          with(new Third(f.third(), f.agent(), f.number(), Third.State.RINGING, f.atMs(), null)).on(TalkTrigger.CONSULT, f.atMs());
      case Fact.InTalk.ConsultRang f -> this;
      case Fact.InTalk.ConsultJoined f -> on(TalkTrigger.THIRD_JOINED, f.atMs());
      case Fact.InTalk.ConsultEnded f -> third == null
          ? this : with(third.gone(f.ending(), f.atMs())).on(TalkTrigger.THIRD_GONE, f.atMs());
      case Fact.InTalk.Conferenced f -> on(TalkTrigger.CONFERENCE, f.atMs());
      case Fact.InTalk.HandedOn f -> handedOn(f);
    };
  }

  private Talk handedOn(Fact.InTalk.HandedOn fact) {
    OfferId leg = fact.third();
    AgentId other = fact.agent();
    return leg == null || other == null ? on(TalkTrigger.END, fact.atMs()) : begun(leg, other);
  }

  private Talk with(Third other) {
    return new Talk(offer, agent, state, other);
  }

  private Talk on(TalkTrigger trigger, long atMs) {
    TalkState next = TalkTransitions.TABLE.next(state, trigger);
    return new Talk(offer, agent, next, third == null ? null : switch (next) {
      case CONSULTING, CONFERENCE -> third.in(Third.State.TALKING, atMs);
      case ALTERNATING -> third.in(Third.State.HELD, atMs);
      case TALKING, HELD, CALLING, OVER -> third;
    });
  }
}
