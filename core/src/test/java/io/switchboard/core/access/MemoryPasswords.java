package io.switchboard.core.access;

import io.switchboard.core.id.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Passwords in memory. */
public final class MemoryPasswords implements Passwords {
  private final Map<String, String> hashes = new ConcurrentHashMap<>();

  @Override
  public Optional<String> hash(TenantId tenant, String user) {
    return Optional.ofNullable(hashes.get(tenant + "/" + user));
  }

  @Override
  public void store(TenantId tenant, String user, String hash) {
    hashes.put(tenant + "/" + user, hash);
  }
}
