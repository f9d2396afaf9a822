package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.Tapes;
import org.jspecify.annotations.Nullable;

/** What Asterisk said, reduced to what we act on. A leg is named by its channel's unique id, which we chose. */
sealed interface Heard {
  /** A caller is (again) held by the dialplan and takes commands. {@code errand}: the last from which he came back, or null. */
  record Held(CallArrived arrival, String channel, @Nullable Errand errand) implements Heard {
    /** From none. */
    Held(CallArrived arrival, String channel) {
      this(arrival, channel, null);
    }
  }

  /** A caller who was transferred talks with the called party. */
  record OutsideTalks(CallId call) implements Heard {}

  /** Asterisk did not send a caller on his errand. */
  record ErrandRefused(CallId call, int errand) implements Heard {}

  /** A command to a caller ended. {@code result}: 0 whole, more than 0 the key that cut it, -1 it could not be done. */
  record Done(CallId call, String command, int result) implements Heard {}

  record Key(CallId call, char key) implements Heard {}

  /** {@code parted}: the dialplan hung up because the agent did. */
  record CallerHungUp(CallId call, boolean parted) implements Heard {}

  record LegRings(OfferId offer, String leg) implements Heard {}

  record LegTalks(OfferId offer, String leg) implements Heard {}

  /** The phone put the other side on hold, or took it back. */
  record LegHeld(OfferId offer, String leg, boolean held) implements Heard {}

  /**
   * @param cause Q.850, as Asterisk derives it
   * @param status the SIP answer behind it, or 0 where this Asterisk does not tell
   * @param left the leg came back from its bridge, so the caller ended the talk or was gone before it
   */
  record LegGone(OfferId offer, String leg, int cause, int status, boolean left) implements Heard {}

  /** Asterisk gave an attempt up; where there was a channel, {@link LegGone} says why, sooner or later. */
  record LegRefused(OfferId offer, String leg) implements Heard {}

  /** A supervisor answered. */
  record ListenerAnswered(OfferId offer, String leg) implements Heard {}
  /**
   * @param number of the tape that is on the caller's channel; 0: none
   * @param begin it is to be begun where it is not the one that was asked for
   */
  record TapeFound(Tapes.Tape tape, int number, boolean begin) implements Heard {}

  record TapeMuted(CallId call, int number, boolean silent, boolean done) implements Heard {}
  /** An agent who dials has picked up; his number is dialled now. */
  record LegDials(OfferId offer, String leg) implements Heard {}

  /** Whom an agent dialled answered; the dialplan joins the two. */
  record Reached(CallArrived arrival, String channel) implements Heard {}

  /** Nobody answered. */
  record DialOver(OfferId offer, String leg, DialResult result, int cause) implements Heard {}

  record PhoneChanged(String endpoint, boolean reachable) implements Heard {}
}
