package io.switchboard.core.signal;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists prompts, and hears, replaces or removes what was recorded of them, while calls are on the line. {@code by}: who asks. */
public sealed interface PromptRequest extends Request<PromptRequest.Outcome> {
  String by();

  record ListPrompts(String by) implements PromptRequest {}

  record HearRecording(String language, String name, String by) implements PromptRequest {}

  /** Puts a recording in the place of the spoken text or of another recording, and in force: both or neither. {@code content}: a sound file. */
  record PutRecording(String language, String name, byte[] content, String by) implements PromptRequest {}

  /** From then on the text is spoken again. */
  record RemoveRecording(String language, String name, String by) implements PromptRequest {}

  /** What came of it. */
  sealed interface Outcome {
    record Prompts(List<Shown> prompts) implements Outcome {}

    /** {@code wav}: as callers hear it, 8 kHz, mono, 16 bit. */
    record Recording(Path wav) implements Outcome {}

    /** It is as it was asked for, on disk and in force. */
    record Done(Shown prompt) implements Outcome {}

    /** Nothing changed. */
    record Refused(Reason reason, Words about) implements Outcome {}
  }

  /**
   * A prompt in one language.
   *
   * @param recorded it is heard from a recording, not spoken from its text
   * @param needs the names of the values that its text has places for; with one it cannot be recorded
   * @param durationMs how long it takes to be heard; null: that depends on values, or it has not been spoken yet
   */
  record Shown(String language, String name, String text, boolean recorded, List<String> needs, @Nullable Long durationMs) {}

  /** Why nothing changed. */
  enum Reason { UNKNOWN_PROMPT, NOT_RECORDED, NEEDS_VALUES, WRONG_SOUND, WRONG_SETTINGS, NOT_WRITABLE }
}
