package io.switchboard.core.dial;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * How a tenant's agents dial by hand.
 *
 * @param emergency numbers that are always dialled, as they are pressed: digits alone
 * @param atOnce of the tenant, dialled and talking, 1 to 10,000
 * @param agentPerDay of one agent from midnight to midnight, 1 to 100,000
 * @param perDay of the tenant, 1 to 1,000,000
 * @param ringMs how long the other side may ring, 5,000 to 120,000
 * @param zone where its day begins
 * @param trunks of each trunk that has limits of its own
 */
public record DialLimits(
    Set<String> emergency, int atOnce, int agentPerDay, int perDay, long ringMs, ZoneId zone, Map<String, OverTrunk> trunks) {
  /**
   * Calls that may go over one trunk.
   *
   * @param atOnce dialled and talking, 1 to 10,000
   * @param perDay from midnight to midnight, 1 to 1,000,000
   */
  public record OverTrunk(int atOnce, int perDay) {
    /** The most there can be: the tenant's own limits hold. */
    public static final OverTrunk MOST = new OverTrunk(10_000, 1_000_000);

    public OverTrunk {
      within("atOnce", atOnce, 1, 10_000);
      within("perDay", perDay, 1, 1_000_000);
    }
  }

  /** Germany and Europe, Great Britain, North America, China. */
  public static final Set<String> EMERGENCY = Set.of("110", "112", "119", "120", "122", "911", "999");

  /** What holds where nothing is said, but for the zone. */
  public static final DialLimits STANDARD = new DialLimits(EMERGENCY, 100, 300, 10_000, 45_000, ZoneOffset.UTC);

  /** No trunk has limits of its own. */
  public DialLimits(Set<String> emergency, int atOnce, int agentPerDay, int perDay, long ringMs, ZoneId zone) {
    this(emergency, atOnce, agentPerDay, perDay, ringMs, zone, Map.of());
  }

  public DialLimits {
    emergency = Set.copyOf(emergency);
    trunks = Map.copyOf(trunks);
    within("atOnce", atOnce, 1, 10_000);
    within("agentPerDay", agentPerDay, 1, 100_000);
    within("perDay", perDay, 1, 1_000_000);
    within("ringMs", ringMs, 5_000, 120_000);
    emergency.forEach(number -> {
      if (!number.matches("[0-9]{2,8}")) {
        throw new IllegalArgumentException("an emergency number has 2 to 8 digits, not '" + number + "'");
      }
    });
  }

  private static void within(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " is from " + least + " to " + most + ", not " + value);
    }
  }

  /** The digits to dial where this is an emergency number, as people write it; else empty. */
  public String emergency(String entered) {
    String digits = entered.replaceAll("[ ()./-]", "");
    return emergency.contains(digits) ? digits : "";
  }

  /** The day of this moment. */
  public LocalDate day(long atMs) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(atMs), zone);
  }

  /** When the day of this moment began, milliseconds since the epoch. */
  public long midnightMs(long atMs) {
    return day(atMs).atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
