package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.line.LineEvent;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the dialplan does with a caller by itself, as it stands on his channel in {@code CC_STATE}: {@code dials.N}, {@code records.N}, and when
 * he is back {@code dialled.N.STATUS.MS} and {@code recorded.N.STATUS}.
 *
 * @param number within the call
 * @param result Asterisk's word for how it ended; empty while it goes on
 * @param talkMs how long they talked
 */
record Errand(Kind kind, int number, String result, long talkMs) {
  enum Kind {
    DIALS,
    DIALLED,
    RECORDS,
    RECORDED
  }

  private static final Pattern STATE =
      Pattern.compile("(dials|dialled|records|recorded)\\.(\\d{1,6})(?:\\.([A-Z]*)(?:\\.(\\d{0,12}))?)?");

  /** Null where the state speaks of none. */
  static @Nullable Errand of(String state) {
    Matcher parts = STATE.matcher(state);
    if (!parts.matches()) {
      return null;
    }
    String ms = parts.group(4);
    return new Errand(
        Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), Integer.parseInt(parts.group(2)),
        parts.group(3) == null ? "" : parts.group(3), ms == null || ms.isEmpty() ? 0 : Long.parseLong(ms));
  }

  /** Whether it goes on: the caller takes no commands. */
  boolean lasts() {
    return kind == Kind.DIALS || kind == Kind.RECORDS;
  }

  TransferEnding ending() {
    return switch (result) {
      case "ANSWER" -> TransferEnding.CALLED_PARTY_HUNG_UP;
      case "BUSY" -> TransferEnding.BUSY;
      case "NOANSWER" -> TransferEnding.NO_ANSWER;
      default -> TransferEnding.FAILED;
    };
  }

  /** How far it has come; null: nothing to tell yet. {@code bridged}: he talks with somebody. */
  @Nullable LineEvent news(CallId call, boolean bridged) {
    return switch (kind) {
      case DIALS -> bridged ? new LineEvent.TransferConnected(call, number) : null;
      case DIALLED -> new LineEvent.TransferEnded(call, number, ending(), talkMs);
      case RECORDS -> null;
      case RECORDED -> new LineEvent.RecordingEnded(call, number);
    };
  }
}
