package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.line.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the dialplan must find on a caller's channel before he is sent on an errand. */
final class Errands {
  private static final long SECOND_MS = 1_000;

  private Errands() {}

  static Map<String, String> variables(Line.Transfer transfer, List<String> routes) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CC_ERRAND", Integer.toString(transfer.errand()));
    variables.put("CC_ROUTES", String.join(",", routes));
    variables.put("CC_RING_S", seconds(transfer.ringMs()));
    variables.put("CC_SHOWN", Wire.plainNumber(transfer.shown()) ? transfer.shown() : "anonymous");
    return variables;
  }

  /** On an agent's leg. Its whole ring time is for all routes together, none of which rings for less than a second. */
  static Map<String, String> variables(Line.Dial dial, List<String> routes) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CC_ROUTES", String.join(",", routes));
    variables.put("CC_RING_S", seconds(dial.ringMs()));
    variables.put("CC_SHOWN", Wire.plainNumber(dial.shown()) ? dial.shown() : "anonymous");
    variables.put("CC_MUSIC", Wire.plainName(dial.musicClass()) ? dial.musicClass() : "");
    return variables;
  }

  static Map<String, String> variables(Line.Recording recording) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CC_ERRAND", Integer.toString(recording.errand()));
    variables.put("CC_FILE", recording.file());
    variables.put("CC_SILENCE_S", seconds(recording.silenceMs()));
    variables.put("CC_MOST_S", seconds(recording.mostMs()));
    return variables;
  }

  private static String seconds(long ms) {
    return Long.toString(Math.max(1, (ms + SECOND_MS - 1) / SECOND_MS));
  }
}
