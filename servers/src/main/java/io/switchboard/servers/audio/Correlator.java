package io.switchboard.servers.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * A signal in which short sounds are looked for, by normalised cross-correlation: at each place, how much the next samples are like the sound
 * whatever their loudness, 1 for the same and 0 for nothing in common. By Fourier transforms of overlapping blocks, made once for all sounds.
 */
final class Correlator {
  /** Samples of every sound looked for. */
  static final int TEMPLATE = Recording.RATE / 4;

  private static final int BLOCK = 8_192;
  private static final int STEP = BLOCK - TEMPLATE + 1;
  /** Below -60 dBFS nothing is like anything. */
  private static final double LEAST_ENERGY = TEMPLATE * 33.0 * 33.0;
  private static final Fourier FOURIER = new Fourier(BLOCK);

  private final short[] signal;
  private final List<double[][]> blocks = new ArrayList<>();
  private final double[] energies;

  Correlator(short[] signal) {
    this.signal = signal;
    energies = new double[signal.length + 1];
    for (int i = 0; i < signal.length; i++) {
      energies[i + 1] = energies[i] + (double) signal[i] * signal[i];
    }
    for (int from = 0; from < places(); from += STEP) {
      blocks.add(spectrum(signal, from, Math.min(signal.length, from + BLOCK)));
    }
  }

  private int places() {
    return Math.max(0, signal.length - TEMPLATE + 1);
  }

  /**
   * What is looked for: {@value #TEMPLATE} samples.
   *
   * @param norm root of the sum of their squares
   */
  record Template(double[][] spectrum, double norm) {
    static Template of(short[] sound, int at) {
      return new Template(Correlator.spectrum(sound, at, at + TEMPLATE), Math.sqrt(Level.energy(sound, at, at + TEMPLATE)));
    }
  }

  /** How alike, from -1 to 1, at each place where the whole template finds room. */
  float[] alike(Template wanted) {
    float[] result = new float[places()];
    double[] re = new double[BLOCK];
    double[] im = new double[BLOCK];
    for (int block = 0; block < blocks.size(); block++) {
      product(blocks.get(block), wanted.spectrum(), re, im);
      FOURIER.inverse(re, im);
      int from = block * STEP;
      for (int i = 0; i < STEP && from + i < result.length; i++) {
        double energy = energies[from + i + TEMPLATE] - energies[from + i];
        result[from + i] = energy < LEAST_ENERGY || wanted.norm() == 0 ? 0 : (float) (re[i] / BLOCK / wanted.norm() / Math.sqrt(energy));
      }
    }
    return result;
  }

  /** The signal's spectrum by the conjugate of the template's. */
  private static void product(double[][] a, double[][] b, double[] re, double[] im) {
    for (int i = 0; i < BLOCK; i++) {
      re[i] = a[0][i] * b[0][i] + a[1][i] * b[1][i];
      im[i] = a[1][i] * b[0][i] - a[0][i] * b[1][i];
    }
  }

  private static double[][] spectrum(short[] samples, int from, int to) {
    double[] re = new double[BLOCK];
    double[] im = new double[BLOCK];
    for (int i = from; i < to; i++) {
      re[i - from] = samples[i];
    }
    FOURIER.transform(re, im);
    return new double[][] {re, im};
  }

  /** The places where it is at least so alike, each the best within a quarter of a second. */
  List<Integer> places(Template wanted, double least) {
    float[] alike = alike(wanted);
    List<Integer> places = new ArrayList<>();
    int i = 0;
    while (i < alike.length) {
      if (alike[i] < least) {
        i++;
        continue;
      }
      int best = i;
      int end = Math.min(alike.length, i + TEMPLATE);
      for (int j = i; j < end; j++) {
        best = alike[j] > alike[best] ? j : best;
      }
      places.add(best);
      i = end;
    }
    return places;
  }
}
