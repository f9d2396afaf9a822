package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.ending.DialResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a call that an agent places has come, as his leg's dialplan wrote it into {@code CC_STATE}. */
enum DialStage {
  /** His own phone rings. */
  PHONE("rings"),
  /** He hears the number ring; once it is answered, the leg is in a bridge. */
  NUMBER("dials");

  /** How it ended: Asterisk's word and the cause (Q.850). */
  private static final Pattern OVER = Pattern.compile("dialled\\.([A-Z]*)\\.([0-9]{0,3})");

  /** What came of it. */
  record Over(DialResult result, int cause) {}

  private final String state;

  DialStage(String state) {
    this.state = state;
  }

  String state() {
    return state;
  }

  /** Null where the leg does not dial. */
  static @Nullable DialStage of(String state) {
    for (DialStage stage : values()) {
      if (stage.state.equals(state)) {
        return stage;
      }
    }
    return null;
  }

  /** Null where it is not over. */
  static @Nullable Over over(String state) {
    Matcher matcher = OVER.matcher(state);
    if (!matcher.matches()) {
      return null;
    }
    int cause = matcher.group(2).isEmpty() ? 0 : Integer.parseInt(matcher.group(2));
    return new Over(Causes.dialled(matcher.group(1), cause), cause);
  }
}
