package io.switchboard.ivr.adapter.espeak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The way of any sound to the telephone. */
final class Telephone {
  /** Samples a second. */
  static final int RATE = 8_000;

  /**
   * As loud as it goes without clipping (-3 dBFS), silence trimmed so that a caller who pressed a key hears the first tone at once, and a
   * short breath at the end.
   */
  private static final List<String> EFFECTS = List.of(
      "gain", "-6", "highpass", "200", "rate", Integer.toString(RATE), "norm", "-3",
      "silence", "1", "1s", "1%", "reverse", "silence", "1", "10s", "0.5%", "reverse", "pad", "0", "0.2");

  private Telephone() {}

  /**
   * Converts a whole file. Blocks until then.
   *
   * @param raw named with the extension of its kind
   * @param wav becomes a WAV of 8 kHz, mono, 16 bit
   */
  static void convert(Path raw, Path wav) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        "sox", "-V1", "-D", raw.toString(), "-c", "1", "-b", "16", "-e", "signed-integer", wav.toString()));
    command.addAll(EFFECTS);
    Commands.run(command, "");
  }
}
