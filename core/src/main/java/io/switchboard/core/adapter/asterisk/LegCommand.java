package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.line.Sound;
import io.switchboard.core.line.Tapes;
import java.util.List;
import java.util.Map;

/** What a caller's channel is told, one after the other. */
sealed interface LegCommand {
  record Stream(int play, List<Sound> sounds, int at) implements LegCommand {}

  record Music(String musicClass) implements LegCommand {}

  record Say(String files) implements LegCommand {}

  /** Nothing but what ends his line cuts it. {@code files}: of its announcement, joined by {@code &}. */
  record Tape(Tapes.Tape tape, String files) implements LegCommand {}

  /** Asterisk goes on with him by itself, from this context on. */
  record Away(int errand, String context, Map<String, String> variables) implements LegCommand {}
}
