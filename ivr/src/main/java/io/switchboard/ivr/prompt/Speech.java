package io.switchboard.ivr.prompt;

import io.switchboard.core.line.Sound;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/**
 * Makes sounds that the telephone server can play. Returns at once; safe from any thread. What was made before is returned completed. A
 * failure completes the stage exceptionally and is tried anew at the next request.
 */
public interface Speech {
  /** Speaks a text in a language ({@code en}, {@code zh}). */
  CompletionStage<Sound> say(String language, String text);

  /** Makes a recording (WAV of any rate) fit for the telephone. */
  CompletionStage<Sound> recording(Path wav);
}
