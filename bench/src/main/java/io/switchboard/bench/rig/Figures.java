package io.switchboard.bench.rig;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How benches write what they measured. */
public final class Figures {
  private static final double MS_IN_US = 1_000;

  private Figures() {}

  public static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** Milliseconds, of a histogram in microseconds. */
  public static double ms(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / MS_IN_US;
  }
}
