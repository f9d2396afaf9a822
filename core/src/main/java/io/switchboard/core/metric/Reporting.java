package io.switchboard.core.metric;

import java.time.Instant;
import java.time.ZoneId;

/** How a tenant's numbers are made: its day, and its definitions. */
public record Reporting(ZoneId zone, Definitions definitions) {
  /** When the tenant's day of this moment began, milliseconds since the epoch. */
  public long midnight(long atMs) {
    return Instant.ofEpochMilli(atMs).atZone(zone).toLocalDate().atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** When that day ends. */
  long nextMidnight(long atMs) {
    return Instant.ofEpochMilli(atMs).atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
