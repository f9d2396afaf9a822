package io.switchboard.bench.pop;

import io.switchboard.bench.pop.Pops.Pop;
import io.switchboard.servers.sipp.SippCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Offers beside the INVITEs at the phones.
 *
 * @param before offers that were at every window before the INVITE was at the phone
 * @param leadUs of each offer, how long before; negative: after
 */
record Rings(int offers, int before, List<Long> leadUs) {

  /** Each INVITE belongs to the last offer to that agent that was decided before it. */
  static Rings of(Collection<Pop> offers, List<SippCall> invited) {
    Map<String, List<Pop>> byAgent = new HashMap<>();
    offers.stream().sorted(Comparator.comparingLong(Pop::decidedUs)).forEach(pop -> byAgent.computeIfAbsent(pop.agent(), each -> new ArrayList<>()).add(pop));
    List<Long> leads = new ArrayList<>();
    for (SippCall call : invited) {
      byAgent.getOrDefault(call.address(), List.of()).stream().filter(pop -> pop.decidedUs() <= call.invitedUs())
          .reduce((one, other) -> other).ifPresent(pop -> leads.add(call.invitedUs() - pop.gotUs()));
    }
    leads.sort(Comparator.naturalOrder());
    return new Rings(leads.size(), (int) leads.stream().filter(lead -> lead >= 0).count(), List.copyOf(leads));
  }

  double share() {
    return offers == 0 ? 0 : (double) before / offers;
  }

  long leastLeadUs() {
    return leadUs.isEmpty() ? 0 : leadUs.getFirst();
  }

  long medianLeadUs() {
    return leadUs.isEmpty() ? 0 : leadUs.get(leadUs.size() / 2);
  }
}
