package io.switchboard.core.ending;

/** Why a transfer to a number outside ended. */
public enum TransferEnding {
  /** They talked; the called party hung up. The flow goes on. */
  CALLED_PARTY_HUNG_UP,
  /** The caller hung up, while it rang or while they talked. */
  CALLER_HUNG_UP,
  BUSY,
  /** It rang for as long as it may. */
  NO_ANSWER,
  /** No trunk took the call, or there is no such number. */
  FAILED,
  /** The number may not be dialled for this tenant; nothing was. */
  NOT_ALLOWED,
  /** Its end was not seen: the platform or its link was down. */
  UNSEEN
}
