package io.switchboard.acd.queue;

import io.switchboard.core.ending.OfferEnding;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a queue's calls ask of its agents besides the talk.
 *
 * @param strikes which ends of an offer count against the agent: some of UNANSWERED, BUSY and DECLINED. After one that does not count his
 *     phone is left alone for a while
 * @param autoAnswer his phone is asked to pick up by itself
 * @param codes by which he says how it went
 */
public record Work(WrapUp wrapUp, Set<OfferEnding> strikes, boolean autoAnswer, Codes codes) {
  /** Whatever an agent lets pass counts. */
  public static final Set<OfferEnding> ALL_STRIKES = Set.of(OfferEnding.UNANSWERED, OfferEnding.BUSY, OfferEnding.DECLINED);

  public Work {
    for (OfferEnding ending : strikes) {
      if (!ending.agentLetItPass()) {
        throw new IllegalArgumentException(ending + " is not the agent's doing and never counts against him");
      }
    }
    strikes = Set.copyOf(strikes);
  }

  /** Without codes. */
  public Work(WrapUp wrapUp, Set<OfferEnding> strikes, boolean autoAnswer) {
    this(wrapUp, strikes, autoAnswer, Codes.NONE);
  }

  /** Everything that an agent lets pass counts, and he answers himself. */
  public static Work of(WrapUp wrapUp) {
    return new Work(wrapUp, ALL_STRIKES, false);
  }

  public Work counting(Collection<OfferEnding> endings) {
    return new Work(wrapUp, endings.isEmpty() ? Set.of() : EnumSet.copyOf(endings), autoAnswer, codes);
  }

  public Work answeredBy(boolean thePhoneItself) {
    return new Work(wrapUp, strikes, thePhoneItself, codes);
  }

  public Work coded(Codes by) {
    return new Work(wrapUp, strikes, autoAnswer, by);
  }
}
