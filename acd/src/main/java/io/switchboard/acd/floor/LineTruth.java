package io.switchboard.acd.floor;

import io.switchboard.core.id.CallId;
import org.jspecify.annotations.Nullable;

/**
 * What the line says of itself. No facts: after a restart or a gap the line tells all of it anew, and until then it counts as down. (Which
 * phones can be reached is such a truth too and stands with each {@link Handset}.)
 */
public final class LineTruth {
  /** About so many calls that are gone are remembered, since a flow's word about one of them may still be on its way. */
  private static final int REMEMBERED = 4_096;

  /** Each call has one slot by its hash; a later one takes it over. */
  private final @Nullable CallId[] gone = new CallId[REMEMBERED];
  private boolean up;

  public boolean up() {
    return up;
  }

  public void up(boolean now) {
    up = now;
  }

  /** This caller's channel is gone for good. */
  public void callGone(CallId call) {
    gone[slot(call)] = call;
  }

  public boolean isGone(CallId call) {
    return call.equals(gone[slot(call)]);
  }

  private static int slot(CallId call) {
    return Math.floorMod(call.hashCode() * 0x9E3779B9, REMEMBERED);
  }
}
