package io.switchboard.desktop.access;

/** Slow, salted hashing of passwords. Costs tens of milliseconds of a core and megabytes of memory: never on an event loop, few at once. */
public interface Hashing {
  /** In the PHC string format, with its parameters and a fresh salt. */
  String hash(String password);

  /** Looks like any, costs as much to check, and matches no password; made for nothing. */
  String ofNobody();

  /** Also for hashes with other parameters; false where the hash cannot be read. */
  boolean matches(String password, String hash);
}
