package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Reporting;
import java.util.Map;
import java.util.stream.Collectors;

/** How each tenant's numbers are made. */
final class Reports {
  private Reports() {}

  static Map<TenantId, Reporting> all(Configuration configuration) {
    Definitions definitions = configuration.installation().definitions();
    return configuration.tenants().stream().collect(Collectors.toMap(Tenant::id, tenant -> new Reporting(tenant.zone(), definitions)));
  }
}
