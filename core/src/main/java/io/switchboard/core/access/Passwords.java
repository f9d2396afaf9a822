package io.switchboard.core.access;

import io.switchboard.core.id.TenantId;
import java.util.Optional;

/** Keeps the hashes of passwords, never a password. Calls block: use a thread that may, and expect an exception when the store is away. */
public interface Passwords {
  /** The hash in the PHC string format ({@code $argon2id$…}); empty when no password was ever set. */
  Optional<String> hash(TenantId tenant, String user);

  /** Sets or replaces it; durable on return. */
  void store(TenantId tenant, String user, String hash);
}
