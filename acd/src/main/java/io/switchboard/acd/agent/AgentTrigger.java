package io.switchboard.acd.agent;

/** What happens to an agent. Guards are triggers of their own: the kernel decides which of them it is. */
public enum AgentTrigger {
  SIGN_IN,
  SET_READY,
  SET_NOT_READY,
  SIGN_OUT,
  OFFER_MADE,
  CONNECTED,
  /** The offer ended unanswered and he goes on taking calls. */
  OFFER_OVER,
  /** The offer ended unanswered and he is not ready: he asked for it, or let too many pass. */
  OFFER_OVER_NOT_READY,
  /** The talk is over and its after-call work begins. */
  TALK_OVER_WRAP_UP,
  /** All work for the call is done. */
  WORK_OVER,
  /** All work for the call is done and he had asked to be not ready. */
  WORK_OVER_NOT_READY,
  /** All work for the call is done and he had asked to sign out. */
  WORK_OVER_SIGN_OUT
}
