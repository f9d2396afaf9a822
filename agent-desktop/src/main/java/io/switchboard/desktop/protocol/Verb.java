package io.switchboard.desktop.protocol;

import java.util.Locale;

/** What an agent may do with the call at hand: the last part of the address to post to, below {@code /api/me} or {@code /api/me/call}. */
public enum Verb implements Worded {
  DECLINE,
  HANG_UP,
  HOLD,
  RESUME,
  KEYS,
  MUTE,
  TRANSFER,
  CONSULT,
  SWAP,
  COMPLETE,
  CANCEL,
  CONFERENCE,
  RECORDING,
  EXTEND_WRAP_UP,
  WRAP_UP;

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
