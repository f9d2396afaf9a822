package io.switchboard.acd.agent;

/** What happens to an agent. Guards are triggers of their own: the kernel decides which of them it is. */
public enum AgentTrigger {
  SIGN_IN,
  SET_READY,
  SET_NOT_READY,
  SIGN_OUT,
  /** A break of this shift was asked for, or called off; his state stays. */
  PLAN_BREAK,
  OFFER_MADE,
  /** He places a call, or is reserved for one that is placed. */
  DIAL_BEGUN,
  /** His phone rings. */
  RANG,
  CONNECTED,
  /** The offer ended unanswered and he goes on taking calls. */
  OFFER_OVER,
  /** The offer ended unanswered and he is not ready: he asked for it, his break is due, or he let too many pass. */
  OFFER_OVER_NOT_READY,
  /** A supervisor has the caller from now on, whose talk he has taken over. */
  TOOK_OVER,
  HOLD_BEGUN,
  HOLD_OVER,
  /** The talk is over and its after-call work begins. */
  TALK_OVER_WRAP_UP,
  /** He needs longer for it. */
  EXTENDED,
  /** All work for the call is done. */
  WORK_OVER,
  /** All work for the call is done, and he had asked to be not ready or his break is due. */
  WORK_OVER_NOT_READY,
  /** All work for the call is done and he had asked to sign out. */
  WORK_OVER_SIGN_OUT,
  /** His break begins, for he has no call at hand. */
  BREAK_BEGUN,
  /** The time that his reason allows has passed, and he stays not ready. */
  LIMIT_PASSED,
  /** The time that his reason allows has passed, and he is ready again by himself. */
  LIMIT_PASSED_READY
}
