package io.switchboard.core.access;

import io.switchboard.core.id.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in memory: after {@code limit} failures of one user he waits {@code waitMs}, for as long as the test runs. */
public final class MemoryLoginThrottle implements LoginThrottle {
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final int limit;
  private final long waitMs;

  public MemoryLoginThrottle(int limit, long waitMs) {
    this.limit = limit;
    this.waitMs = waitMs;
  }

  @Override
  public long tried(TenantId tenant, String user, String address) {
    return failures.merge(tenant + "/" + user, 1, Integer::sum) > limit ? waitMs : 0;
  }

  @Override
  public void succeeded(TenantId tenant, String user, String address) {
    failures.remove(tenant + "/" + user);
  }
}
