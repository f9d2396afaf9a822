package io.switchboard.servers.sipp;

import java.util.OptionalLong;

/**
 * One call as SIPp saw it on the wire. Times are microseconds since 1970, when the message was sent or received.
 *
 * @param id the SIP Call-ID
 * @param address the user part of the address called: the number dialled, or which phone
 * @param invitedUs the INVITE
 * @param answeredUs its 200
 * @param endedUs the first BYE or CANCEL, or the refusal
 * @param code of the refusal, else 0
 */
public record SippCall(
    String id, String address, long invitedUs, OptionalLong answeredUs, OptionalLong endedUs, Ending ending, int code) {

  /** How it ended, as the one whose trace it is saw it. */
  public enum Ending {
    /** Not yet, or never: SIPp itself ended. */
    GOING_ON,
    /** This side sent the BYE. */
    HUNG_UP,
    /** The other side sent the BYE. */
    WAS_HUNG_UP,
    /** The caller gave up before the answer. */
    CANCELLED,
    /** A final answer other than 200; {@link #code} says which. */
    REFUSED
  }

  static SippCall invited(String id, String address, long atUs) {
    return new SippCall(id, address, atUs, OptionalLong.empty(), OptionalLong.empty(), Ending.GOING_ON, 0);
  }

  SippCall answered(long atUs) {
    return answeredUs.isPresent() ? this : new SippCall(id, address, invitedUs, OptionalLong.of(atUs), endedUs, ending, code);
  }

  SippCall ended(Ending how, int refusal, long atUs) {
    return ending == Ending.GOING_ON
        ? new SippCall(id, address, invitedUs, answeredUs, OptionalLong.of(atUs), how, refusal)
        : this;
  }

  /** Of a caller: which of the plan's calls it was, from 0. */
  public int number() {
    return Integer.parseInt(id.substring(0, id.indexOf('-'))) - 1;
  }
}
