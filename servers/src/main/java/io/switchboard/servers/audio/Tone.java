package io.switchboard.servers.audio;

/** A steady tone in what was heard. */
public final class Tone {
  private Tone() {}

  /** The share of the energy of a recording that is at this frequency, 0 to 1: by the algorithm of Goertzel, over 100 ms at a time, the best. */
  public static double share(Recording recording, double hz) {
    short[] pcm = recording.pcm();
    int window = Recording.RATE / 10;
    double best = 0;
    for (int from = 0; from + window <= pcm.length; from += window) {
      best = Math.max(best, share(pcm, from, window, hz));
    }
    return best;
  }

  private static double share(short[] pcm, int from, int window, double hz) {
    double turn = 2 * Math.cos(2 * Math.PI * hz / Recording.RATE);
    double last = 0;
    double before = 0;
    for (int i = from; i < from + window; i++) {
      double now = pcm[i] + turn * last - before;
      before = last;
      last = now;
    }
    double power = last * last + before * before - turn * last * before;
    double energy = Level.energy(pcm, from, from + window);
    return Level.dbfs(energy, window) < -60 ? 0 : 2 * power / (window * energy);
  }
}
