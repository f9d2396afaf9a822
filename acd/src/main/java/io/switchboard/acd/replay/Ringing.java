package io.switchboard.acd.replay;

import io.switchboard.core.ending.OfferEnding;
import org.jspecify.annotations.Nullable;

/**
 * What became of one offer.
 *
 * @param ending null: it was answered
 * @param afterMs from the offer to its end
 */
record Ringing(@Nullable OfferEnding ending, long afterMs) {
  /** Whether the end tells of agent and phone; a caller who hung up or a platform that took it back does not. */
  boolean telling() {
    return ending == null || ending.agentLetItPass() || ending == OfferEnding.UNREACHABLE;
  }
}
