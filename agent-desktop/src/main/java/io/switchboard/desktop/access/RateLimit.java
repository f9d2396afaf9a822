package io.switchboard.desktop.access;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each one may ask: a bucket of {@code burst} requests that refills with {@code perSecond}. Remembers the last {@code most}
 * askers; one who was forgotten starts with a full bucket. Belongs to one thread.
 */
public final class RateLimit {
  private record Bucket(double tokens, long atMs) {}

  private final double perSecond;
  private final int burst;
  private final Map<Object, Bucket> buckets;

  public RateLimit(double perSecond, int burst, int most) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Object, Bucket> eldest) {
        return size() > most;
      }
    };
  }

  /** 0 when he may ask now, which counts; else in how many milliseconds he may. */
  public long waitMs(Object asker, long nowMs) {
    Bucket before = buckets.getOrDefault(asker, new Bucket(burst, nowMs));
    double tokens = Math.min(burst, before.tokens() + Math.max(0, nowMs - before.atMs()) * perSecond / 1000);
    boolean may = tokens >= 1;
    buckets.put(asker, new Bucket(may ? tokens - 1 : tokens, nowMs));
    return may ? 0 : (long) Math.ceil((1 - tokens) * 1000 / perSecond);
  }
}
