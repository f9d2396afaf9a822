package io.switchboard.desktop.protocol;

/**
 * The consultation beside the call.
 *
 * @param to whom: an agent, a queue or a number, as people read it
 * @param reason why it failed, else empty
 */
public record SideView(String id, String to, SideState state, long sinceMs, String reason) {
  public enum SideState { RINGING, TALKING, HELD, FAILED }
}
