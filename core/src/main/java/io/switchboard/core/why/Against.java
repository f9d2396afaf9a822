package io.switchboard.core.why;

/** What is against giving a call to an agent of its queue. In the order in which it is looked for: the first that holds is told. */
public enum Against {
  /** His level of a skill is below what the call asks for now. */
  LACKS_SKILL,
  SIGNED_OUT,
  NOT_READY,
  /** His phone is being dialled for another call. */
  RESERVED,
  /** Another call rings at his phone. */
  RINGING,
  TALKING,
  /** He has put another caller on hold. */
  HELD,
  WRAP_UP,
  /** He has a call at hand, and his break is due after it. */
  BREAK_DUE,
  /** Asterisk knows no way to his phone, or it could not be rung a moment ago. */
  PHONE_UNREACHABLE,
  /** His page has not found yet, or finds no more, that he would hear a caller and be heard. */
  PHONE_UNFIT,
  /** The call waits for another agent, whom it prefers. */
  PREFERS_ANOTHER,
  /** He is one of the last, who are kept for more important calls. */
  KEPT,
  /** The link to Asterisk is down: nobody is offered a call. */
  LINE_DOWN,
  /** Nothing: he is being offered it. */
  NOTHING
}
