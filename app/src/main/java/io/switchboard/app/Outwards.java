package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.app.flows.FlowSurroundings;
import io.switchboard.core.line.Trunk;
import io.switchboard.ivr.run.Outward;
import java.util.stream.Collectors;

/** How calls of a configuration are transferred to numbers outside. */
public final class Outwards {
  private Outwards() {}

  public static Outward of(Configuration configuration) {
    return new Outward(
        configuration.trunks().stream().map(Trunk::name).toList(),
        configuration.tenants().stream().collect(Collectors.toMap(
            Tenant::id, tenant -> new Outward.Rules(tenant.destinations(), tenant.showsCaller()))),
        FlowSurroundings.sip(configuration));
  }
}
