package io.switchboard.ivr.adapter.espeak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SoX measures of a sound.
 *
 * @param rate samples a second
 * @param seconds up to the limit that was given
 * @param peakDb of full scale; negative infinity where all is silent
 * @param atPeak how much of all samples, 0 to 1, have the greatest or the least value of all: next to nothing in a sound that is whole
 */
record SoundFigures(int rate, double seconds, double peakDb, double atPeak) {
  private static final Pattern RATE = Pattern.compile("Sample Rate\\s*:\\s*(\\d+)");

  /**
   * Blocks until it is measured.
   *
   * @param file named with the extension of its kind
   * @param mostSeconds how much of it is looked at
   * @throws IOException if SoX cannot read it; the message has its words
   */
  static SoundFigures of(Path file, double mostSeconds) throws IOException {
    Matcher rate = RATE.matcher(Commands.run(List.of("sox", "--info", "-V1", file.toString()), ""));
    if (!rate.find()) {
      throw new IOException("it has no sample rate");
    }
    String stats = Commands.run(List.of("sox", "-V1", file.toString(), "-n", "trim", "0", Double.toString(mostSeconds), "stats"), "");
    double samples = figure(stats, "Num samples").orElse(0);
    return new SoundFigures(
        Integer.parseInt(rate.group(1)),
        figure(stats, "Length s").orElse(0),
        figure(stats, "Pk lev dB").orElse(Double.NEGATIVE_INFINITY),
        samples == 0 ? 0 : figure(stats, "Pk count").orElse(0) / samples);
  }

  /** Of all channels together, which SoX writes first: {@code Num samples 88.2k}. Empty where it has none, e.g. for an empty sound. */
  private static OptionalDouble figure(String stats, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + "\\s+(-?[\\d.]+)([kMG]?)(\\s|$)").matcher(stats);
    if (!line.find()) {
      return OptionalDouble.empty();
    }
    double unit = switch (line.group(2)) {
      case "k" -> 1e3;
      case "M" -> 1e6;
      case "G" -> 1e9;
      default -> 1;
    };
    return OptionalDouble.of(Double.parseDouble(line.group(1)) * unit);
  }
}
