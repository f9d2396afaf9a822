package io.switchboard.servers.audio;

import java.util.Arrays;
import java.util.List;

/** Music that is played again and again, from anywhere on. */
final class MusicLoop {
  private final Sound sound;
  /** The loop, and its beginning once more. */
  private final Correlator correlator;
  private final short[] twice;

  private MusicLoop(Sound sound) {
    this.sound = sound;
    int length = sound.samples().length;
    twice = Arrays.copyOf(sound.samples(), 2 * length);
    System.arraycopy(sound.samples(), 0, twice, length, length);
    correlator = new Correlator(Arrays.copyOf(twice, length + Correlator.TEMPLATE));
  }

  static List<MusicLoop> all(List<Sound> sounds) {
    return sounds.stream().map(MusicLoop::new).toList();
  }

  String name() {
    return sound.name();
  }

  /** Where in the loop a quarter of a second is that was heard at this place; -1: nowhere. */
  int find(short[] heard, int place) {
    float[] alike = correlator.alike(Correlator.Template.of(heard, place));
    int best = 0;
    for (int i = 0; i < alike.length; i++) {
      best = alike[i] > alike[best] ? i : best;
    }
    return alike.length == 0 || alike[best] < Ear.LEAST_ALIKE ? -1 : best;
  }

  /** Whether 10 ms heard at the place are the loop's, if at {@code origin} of what was heard the loop was at {@code at}. */
  boolean agrees(short[] heard, int place, int origin, int at) {
    return Following.agree(heard, place, twice, Math.floorMod(at + place - origin, sound.samples().length), Following.STEP);
  }
}
