package io.switchboard.core.access;

import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Optional;

/** Keeps the hashes of passwords, never a password. Calls block: use a thread that may, and expect an exception when the store is away. */
public interface Passwords {
  /** The hash in the PHC string format ({@code $argon2id$…}); empty when no password was ever set. */
  Optional<String> hash(TenantId tenant, String user);

  /** Sets or replaces it; durable on return. */
  void store(TenantId tenant, String user, String hash);

  /**
   * Whose password was set or replaced so long ago at most, each once.
   *
   * @param periodMs in milliseconds
   */
  List<Change> changedWithin(long periodMs);

  /** {@code agoMs}: how long ago, by the clock by which it was written down. */
  record Change(TenantId tenant, String user, long agoMs) {}
}
