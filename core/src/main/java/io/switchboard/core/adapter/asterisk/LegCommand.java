package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.line.Sound;
import java.util.List;
import java.util.Map;

/** What a caller's channel is told, one after the other. */
sealed interface LegCommand {
  record Stream(int play, List<Sound> sounds, int at) implements LegCommand {}

  record Music(String musicClass) implements LegCommand {}

  record Say(String files) implements LegCommand {}

  /** Asterisk goes on with him by itself, from this context on. */
  record Away(int errand, String context, Map<String, String> variables) implements LegCommand {}
}
