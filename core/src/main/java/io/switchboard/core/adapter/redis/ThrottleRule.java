package io.switchboard.core.adapter.redis;

/**
 * How many tries at a login are looked at.
 *
 * @param perUser failures of one user in a window, 1 or more
 * @param perAddress failures from one address in a window, 1 or more
 * @param windowMs from the first failure on, 1000 or more
 */
public record ThrottleRule(int perUser, int perAddress, long windowMs) {
  public ThrottleRule {
    if (perUser < 1 || perAddress < 1 || windowMs < 1000) {
      throw new IllegalArgumentException(
          "tries are 1 or more and their window 1000 ms or more, not " + perUser + ", " + perAddress + " and " + windowMs);
    }
  }

  /** 5 a user and 50 an address, in a minute. */
  public static ThrottleRule standard() {
    return new ThrottleRule(5, 50, 60_000);
  }
}
