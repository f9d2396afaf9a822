package io.switchboard.bench.rig;

/** This machine's clock, which the platform reads too, to the microsecond: a monotonic one that was set by it once. */
public final class MachineClock {
  private static final long MS_IN_US = 1_000;
  private static final long US_IN_NS = 1_000;

  private final long nanosToUs = System.currentTimeMillis() * MS_IN_US - System.nanoTime() / US_IN_NS;

  /** When {@link System#nanoTime} was so: microseconds since the epoch. */
  public long us(long nanos) {
    return nanos / US_IN_NS + nanosToUs;
  }
}
