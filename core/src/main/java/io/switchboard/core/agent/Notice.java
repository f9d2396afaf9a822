package io.switchboard.core.agent;

/** What an agent is told that he did not do himself. */
public enum Notice {
  /** He is not ready: he let too many calls ring. */
  NO_ANSWER,
  /** He is not ready: his phone was busy too often. */
  BUSY,
  /** He is not ready: he declined too many calls. */
  DECLINED,
  /** Calls do not come: his phone cannot be reached. That is never counted against him. */
  PHONE_UNREACHABLE,
  /** His phone can be reached again, or is given another try. */
  PHONE_BACK,
  /** Somebody else set his state, or what follows his call. */
  CHANGED,
  /** The time that his reason for being not ready allows has passed. */
  OVER_LIMIT,
  /** His break is due and begins after the call at hand. */
  BREAK_DUE,
  /** His planned break has begun. */
  BREAK_BEGUN,
  /** His talk is not recorded, though it should be: it could not be begun. The talk goes on. */
  NOT_RECORDED,
  /** The number that he dialled did not answer, for the reason that is told. */
  NOT_REACHED
}
