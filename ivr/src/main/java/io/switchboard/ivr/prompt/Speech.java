package io.switchboard.ivr.prompt;

import io.switchboard.core.line.Sound;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/**
 * Makes sounds that the telephone server can play. Returns at once; safe from any thread. What was made before is returned completed, and
 * what is being made already is not made a second time. A failure completes the stage exceptionally and is tried anew at the next request.
 */
public interface Speech {
  /** Speaks a text that every caller may hear, in a language ({@code en}, {@code zh}). Its sound is kept for good. */
  CompletionStage<Sound> say(String language, String text);

  /** Speaks a value of one caller. Its sound is removed some hours after it was last asked for. */
  CompletionStage<Sound> passing(String language, String text);

  /** Makes a recording fit for the telephone. */
  CompletionStage<Sound> recording(Path file);
}
