package io.switchboard.desktop.access;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.TenantId;
import java.util.Map;
import java.util.Optional;

/** Who may log in, and as what: as configured now, so that a role taken away is gone at the next request. */
public record Accounts(Map<TenantId, Map<String, Role>> roles) {
  public Optional<Role> role(TenantId tenant, String user) {
    return Optional.ofNullable(roles.getOrDefault(tenant, Map.of()).get(user));
  }

  /** The tenant meant by someone who names none: the only one. */
  public Optional<TenantId> onlyTenant() {
    return roles.size() == 1 ? roles.keySet().stream().findFirst() : Optional.empty();
  }
}
