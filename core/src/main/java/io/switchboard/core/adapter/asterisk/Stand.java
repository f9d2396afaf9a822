package io.switchboard.core.adapter.asterisk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where an answered leg stands, as its dialplan wrote it into {@code CC_STATE}. */
enum Stand {
  /** Joined with the caller. */
  CUSTOMER,
  /** Alone, in silence or with the ringing of a third party; or joined by that one. */
  ASIDE,
  /** A third party, joined with the agent. */
  THIRD,
  /** A third party, with music. */
  WAITS,
  /** In the conference. */
  ROOM;

  /** Null where the state is none of these. */
  static @Nullable Stand of(String state) {
    for (Stand stand : values()) {
      if (stand.name().toLowerCase(Locale.ROOT).equals(state)) {
        return stand;
      }
    }
    return null;
  }
}
