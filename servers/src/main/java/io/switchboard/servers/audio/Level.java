package io.switchboard.servers.audio;

/** Loudness of 16-bit samples in dBFS: 0 is a full-scale square wave, and half the amplitude is 6 dB less. */
final class Level {
  /** What an ear takes for sound: a hundredth of full scale, -40 dBFS. */
  static final int AUDIBLE = 328;
  /** Digital silence has no logarithm. */
  static final double LOWEST_DBFS = -96;

  private static final double FULL_SCALE = 32_768;

  private Level() {}

  /** Of the root mean square of these samples; {@value #LOWEST_DBFS} at least. */
  static double dbfs(short[] samples, int from, int to) {
    return dbfs(energy(samples, from, to), to - from);
  }

  /** @param energy the sum of the squares of so many samples */
  static double dbfs(double energy, int samples) {
    return energy <= 0 ? LOWEST_DBFS : Math.max(LOWEST_DBFS, 10 * Math.log10(energy / samples / FULL_SCALE / FULL_SCALE));
  }

  /** The sum of the squares. */
  static double energy(short[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum;
  }

  static boolean audible(short sample) {
    return sample >= AUDIBLE || sample <= -AUDIBLE;
  }
}
