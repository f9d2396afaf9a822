package io.switchboard.core.access;

import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Passwords in memory. */
public final class MemoryPasswords implements Passwords {
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Map<Change, Long> replaced = new ConcurrentHashMap<>();

  @Override
  public Optional<String> hash(TenantId tenant, String user) {
    return Optional.ofNullable(hashes.get(tenant + "/" + user));
  }

  @Override
  public void store(TenantId tenant, String user, String hash) {
    if (hashes.put(tenant + "/" + user, hash) != null) {
      replaced.put(new Change(tenant, user, 0), System.nanoTime());
    }
  }

  /** The first of a user is not one of them. */
  @Override
  public List<Change> changedWithin(long periodMs) {
    return replaced.entrySet().stream()
        .map(each -> new Change(each.getKey().tenant(), each.getKey().user(), (System.nanoTime() - each.getValue()) / 1_000_000)).toList();
  }
}
