package io.switchboard.desktop.access;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.TenantId;

/** Who asks. */
public sealed interface Visitor {
  /** Somebody who did not say. */
  record Anyone() implements Visitor {}

  /** Somebody who logged in; he sees his tenant and no other. */
  record User(TenantId tenant, String name, Role role) implements Visitor {
    /** Himself as an agent; whether he is one the ACD knows. */
    public AgentId agent() {
      return new AgentId(tenant, name);
    }
  }

  /** Prometheus, by the token of the configuration: reads the metrics of all tenants and nothing else. */
  record Scraper() implements Visitor {}
}
