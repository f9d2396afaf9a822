package io.switchboard.ivr.adapter.espeak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Music to wait by: a slow progression of broken chords on a plucked string, synthesised by SoX. It is our own work and free of any fee.
 * Every chord has died away before the next begins, so that the end leads into the beginning without a click.
 */
public final class HoldMusic {
  /** Changes when the music does. */
  private static final String NAME = "switchboard-hold-2";

  /** What it was called before; it would be played in turn with this one. */
  private static final String FORMERLY = "switchboard-hold-1";

  /** Who arrives is held by the dialplan until he is greeted: on a busy machine he would hear a snatch of it before his greeting. */
  private static final String SILENT_FIRST_S = "0.5";

  /** Cmaj7 Am7 Fmaj7 G6, then the same hand a little higher: eight chords of five notes, from low to high. */
  private static final List<List<String>> CHORDS = List.of(
      List.of("C3", "G3", "B3", "E4", "G4"),
      List.of("A2", "E3", "G3", "C4", "E4"),
      List.of("F2", "C3", "A3", "E4", "A4"),
      List.of("G2", "D3", "B3", "E4", "G4"),
      List.of("E3", "G3", "B3", "D4", "B4"),
      List.of("A2", "G3", "C4", "E4", "A4"),
      List.of("D3", "A3", "C4", "F4", "A4"),
      List.of("G2", "D3", "F3", "B3", "D4"));

  private static final String CHORD_S = "5";

  /** When the notes of a chord begin, in seconds. */
  private static final List<String> STRUMMED = List.of("0", "0.6", "1.2", "1.8", "2.4");

  private HoldMusic() {}

  /**
   * Makes the music, once: about 40 s, at a peak of -14 dBFS, well below the prompts. Blocks for some seconds the first time.
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
      List<String> join = new ArrayList<>(List.of("sox", "-D"));
      for (int i = 0; i < CHORDS.size(); i++) {
        Path chord = workplace.resolve("chord" + i + ".wav");
        Commands.run(strum(CHORDS.get(i), chord), "");
        join.add(chord.toString());
      }
      Path music = workplace.resolve("music.wav");
      join.addAll(List.of(music.toString(), "gain", "-6", "lowpass", "3000", "norm", "-14", "pad", SILENT_FIRST_S));
      Commands.run(join, "");
      files.publish(workplace, music, NAME);
      files.remove(FORMERLY);
    } finally {
      SoundFiles.remove(workplace);
    }
  }

  private static List<String> strum(List<String> notes, Path chord) {
    List<String> command = new ArrayList<>(List.of("sox", "-R", "-D", "-n", "-r", "8000", "-b", "16", chord.toString(), "synth", CHORD_S));
    notes.forEach(note -> command.addAll(List.of("pluck", note)));
    command.add("delay");
    command.addAll(STRUMMED);
    command.addAll(List.of("remix", "-", "trim", "0", CHORD_S, "fade", "t", "0.01", CHORD_S, "0.8", "norm", "-3"));
    return command;
  }
}
