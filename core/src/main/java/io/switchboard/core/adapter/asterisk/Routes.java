package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.line.Phone;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ways to a phone, and which of the agents' phones have none now. */
final class Routes {
  private final Set<String> endpoints;
  private final Set<String> trunks;
  private final Set<String> unreachable = new HashSet<>();

  Routes(Set<String> endpoints, Set<String> trunks) {
    this.endpoints = Set.copyOf(endpoints);
    this.trunks = Set.copyOf(trunks);
  }

  /** In the order in which they are tried; empty: we know none, or its address holds a sign that Asterisk would read as something else. */
  List<String> to(Phone phone) {
    return switch (phone) {
      case Phone.Endpoint p when endpoints.contains(p.name()) -> List.of("PJSIP/" + p.name());
      case Phone.Endpoint p -> List.of();
      case Phone.Number p when Wire.plainNumber(p.e164()) ->
          p.trunks().stream().filter(trunks::contains).map(trunk -> "PJSIP/" + p.e164() + "@" + trunk).toList();
      case Phone.Number p -> List.of();
      case Phone.Sip p when trunks.contains(p.trunk()) && Wire.sipAddress(p.address()) -> List.of("PJSIP/" + p.trunk() + "/" + p.address());
      case Phone.Sip p -> List.of();
    };
  }

  /** True where it is an agent's phone, and news. */
  boolean changes(Heard.PhoneChanged phone) {
    return endpoints.contains(phone.endpoint())
        && (phone.reachable() ? unreachable.remove(phone.endpoint()) : unreachable.add(phone.endpoint()));
  }

  /** Forgets what it knew; this is the truth. Gives the agents' phones that cannot be reached. */
  Set<String> restore(Snapshot snapshot) {
    unreachable.clear();
    unreachable.addAll(snapshot.unreachable(endpoints));
    return Set.copyOf(unreachable);
  }
}
