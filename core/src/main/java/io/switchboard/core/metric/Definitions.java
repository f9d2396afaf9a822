package io.switchboard.core.metric;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers mean; shown with them. A call is booked in the day in which it entered the queue, handling time where wrap-up ends.
 *
 * <p>Wait: from entering the queue to being connected, ringing included. Offered: answered + abandoned; it leaves out short abandons and
 * what left by itself (closure, no agents, end not seen). Abandonment: abandoned / offered. ASA: total wait of answered / answered. AHT:
 * (talk + hold + wrap-up) / handled. Occupancy: (talk + hold + wrap-up) / time signed in and not on break; ringing and ready count below
 * the line only.
 *
 * @param serviceLevel which of the published forms
 * @param withinMs T of the service level, milliseconds: answered with a wait of at most T is within it
 * @param shortAbandonMs hung up with a wait below it: a short abandon, reported apart
 */
public record Definitions(ServiceLevel serviceLevel, long withinMs, long shortAbandonMs) {
  /** The published forms of service level; each counts calls answered within T above the line. */
  public enum ServiceLevel {
    /** / (answered + abandoned after T). */
    ANSWERED_AND_ABANDONED_LATE,
    /** / answered. */
    ANSWERED,
    /** / (answered + abandoned), short abandons out. */
    ANSWERED_AND_ABANDONED,
    /** / (answered + abandoned + short abandons). */
    ANSWERED_AND_ALL_ABANDONED
  }

  public Definitions {
    if (withinMs <= 0 || shortAbandonMs < 0) {
      throw new IllegalArgumentException("T is above 0 ms and a short abandon 0 ms or more, not " + withinMs + " and " + shortAbandonMs);
    }
  }

  /** Answered within 20 s / (answered + abandoned after 20 s); short below 5 s. */
  public static Definitions standard() {
    return new Definitions(ServiceLevel.ANSWERED_AND_ABANDONED_LATE, 20_000, 5_000);
  }

  /** The service level in words, e.g. {@code answered within 20 s / (answered + abandoned after 20 s)}. */
  public String formula() {
    String t = BigDecimal.valueOf(withinMs, 3).stripTrailingZeros().toPlainString() + " s";
    return "answered within " + t + " / " + switch (serviceLevel) {
      case ANSWERED_AND_ABANDONED_LATE -> "(answered + abandoned after " + t + ")";
      case ANSWERED -> "answered";
      case ANSWERED_AND_ABANDONED -> "(answered + abandoned)";
      case ANSWERED_AND_ALL_ABANDONED -> "(answered + abandoned + short abandons)";
    };
  }

  /** 0 to 1; null when there is nothing below the line. */
  public @Nullable Double serviceLevel(long answeredWithin, long answered, long abandoned, long abandonedLate, long shortAbandoned) {
    long below = switch (serviceLevel) {
      case ANSWERED_AND_ABANDONED_LATE -> answered + abandonedLate;
      case ANSWERED -> answered;
      case ANSWERED_AND_ABANDONED -> answered + abandoned;
      case ANSWERED_AND_ALL_ABANDONED -> answered + abandoned + shortAbandoned;
    };
    return ratio(answeredWithin, below);
  }

  /** A share or a mean; of nothing there is none. */
  static @Nullable Double ratio(long above, long below) {
    return below == 0 ? null : (double) above / below;
  }
}
