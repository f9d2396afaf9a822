package io.switchboard.acd.offer;

/** How far one presentation of a call to one agent has come. */
public enum OfferState {
  /** Decided; the phone is being dialled. */
  MADE,
  /** The phone rings. */
  RINGING,
  /** The agent answered and talks with the caller. */
  CONNECTED,
  /** Answered and over, or not answered. */
  ENDED
}
