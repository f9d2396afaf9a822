package io.switchboard.core.talk;

/** What an agent does with his caller, and with whom he consults. */
public enum TalkState {
  /** He talks with the caller. */
  TALKING,
  /** He has set the caller aside, who hears music. */
  HELD,
  /** A third party is rung for him; the caller hears music. */
  CALLING,
  /** He talks with the third party; the caller hears music. */
  CONSULTING,
  /** He talks with the caller; the third party hears music. */
  ALTERNATING,
  /** All three hear each other. */
  CONFERENCE,
  /** He has no part in it any more. */
  OVER;

  /** The caller hears music. */
  public boolean callerAside() {
    return this == HELD || this == CALLING || this == CONSULTING;
  }

  /** There is a third party, ringing or talking. */
  public boolean withThird() {
    return this == CALLING || this == CONSULTING || this == ALTERNATING || this == CONFERENCE;
  }
}
