package io.switchboard.desktop.protocol;

import io.switchboard.core.ending.OfferEnding;
import org.jspecify.annotations.Nullable;

/**
 * The consultation beside the call.
 *
 * @param to whom: an agent, a queue or a number, as people read it
 * @param reason why it failed, else null
 */
public record SideView(String id, String to, SideState state, long sinceMs, @Nullable OfferEnding reason) {
  public enum SideState { RINGING, TALKING, HELD, FAILED }
}
