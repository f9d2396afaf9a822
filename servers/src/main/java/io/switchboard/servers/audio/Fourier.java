package io.switchboard.servers.audio;

/** The discrete Fourier transform of a size that is a power of two, in place (Cooley and Tukey, radix 2). */
final class Fourier {
  private final int size;
  private final double[] cos;
  private final double[] sin;

  Fourier(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("a size of " + size + "; it must be a power of two");
    }
    this.size = size;
    cos = new double[size / 2];
    sin = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / size);
      sin[i] = -Math.sin(2 * Math.PI * i / size);
    }
  }

  void transform(double[] re, double[] im) {
    reorder(re, im);
    for (int half = 1; half < size; half *= 2) {
      int stride = size / (2 * half);
      for (int block = 0; block < size; block += 2 * half) {
        for (int i = 0; i < half; i++) {
          butterfly(re, im, block + i, block + i + half, cos[i * stride], sin[i * stride]);
        }
      }
    }
  }

  /** Without the division by the size. */
  void inverse(double[] re, double[] im) {
    transform(im, re);
  }

  private static void butterfly(double[] re, double[] im, int upper, int lower, double c, double s) {
    double r = re[lower] * c - im[lower] * s;
    double i = re[lower] * s + im[lower] * c;
    re[lower] = re[upper] - r;
    im[lower] = im[upper] - i;
    re[upper] += r;
    im[upper] += i;
  }

  private void reorder(double[] re, double[] im) {
    int bits = 32 - Integer.numberOfTrailingZeros(size);
    for (int i = 0; i < size; i++) {
      int j = size == 1 ? 0 : Integer.reverse(i) >>> bits;
      if (j > i) {
        double swapped = re[i];
        re[i] = re[j];
        re[j] = swapped;
        swapped = im[i];
        im[i] = im[j];
        im[j] = swapped;
      }
    }
  }
}
