package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.core.line.SipDestinations;
import io.switchboard.core.line.Trunk;
import io.switchboard.ivr.run.Outward;
import java.util.Map;
import java.util.stream.Collectors;

/** How calls of a configuration are transferred to numbers outside. */
public final class Outwards {
  private Outwards() {}

  public static Outward of(Configuration configuration) {
    return new Outward(
        configuration.trunks().stream().map(Trunk::name).toList(),
        configuration.tenants().stream().collect(Collectors.toMap(
            Tenant::id, tenant -> new Outward.Rules(tenant.destinations(), tenant.showsCaller()))),
        sip(configuration));
  }

  /** Trunk → the SIP addresses that may be dialled as it. */
  public static Map<String, SipDestinations> sip(Configuration configuration) {
    return configuration.trunks().stream()
        .collect(Collectors.toMap(Trunk::name, trunk -> new SipDestinations(trunk.transferTo(), trunk.numbers())));
  }
}
