package io.switchboard.ivr.adapter.espeak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What says that the line is alive: some seconds of silence, then two soft notes of the hold music's string. Played in a loop, it is never
 * silent for longer than {@value #MOST_SILENT_S} s. It is our own work and free of any fee.
 */
public final class ComfortSound {
  /** Between two times that it can be heard, in seconds, with a packet or two to spare. */
  public static final double MOST_SILENT_S = 4.3;

  /** Changes when the sound does. */
  private static final String NAME = "switchboard-comfort-1";

  /** Who thinks for a moment hears nothing. */
  private static final String SILENT_S = "3.8";

  private static final String NOTES_S = "1.2";

  private ComfortSound() {}

  /**
   * Makes the sound, once: 5 s, at a peak of -22 dBFS, softer than the hold music. Blocks for a moment the first time.
   *
   * @param directory the directory of a music class (mode {@code files}) that the telephone server plays; made if missing
   * @throws IOException if SoX is missing or fails, or the directory cannot be written
   */
  public static void renderInto(Path directory) throws IOException {
    SoundFiles files = new SoundFiles(directory);
    if (files.has(NAME)) {
      return;
    }
    Path workplace = files.workplace();
    try {
      Path sound = workplace.resolve("comfort.wav");
      Commands.run(List.of(
          "sox", "-R", "-D", "-n", "-r", "8000", "-b", "16", sound.toString(), "synth", NOTES_S, "pluck", "G4", "pluck", "D5",
          "delay", "0", "0.25", "remix", "-", "trim", "0", NOTES_S, "fade", "t", "0.01", NOTES_S, "0.5", "lowpass", "2500", "norm", "-22",
          "pad", SILENT_S), "");
      files.publish(workplace, sound, NAME);
    } finally {
      SoundFiles.remove(workplace);
    }
  }
}
