package io.switchboard.core.access;

import io.switchboard.core.id.TenantId;

/**
 * Slows down those who guess passwords. Counts per user and per address, so that neither many guesses at one user nor one guess at each
 * of many users goes on for long. May block briefly; never fails: when its store is away it counts by itself.
 */
public interface LoginThrottle {
  /**
   * Counts one try, before the password is looked at.
   *
   * @return 0 when it may go on, else how many milliseconds until the next try is looked at
   */
  long tried(TenantId tenant, String user, String address);

  /** The password was right: the user's failures are forgotten, and this try is not held against the address. */
  void succeeded(TenantId tenant, String user, String address);
}
