package io.switchboard.core.call;

import io.switchboard.core.line.LineEvent.CallArrived;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Trunk;
import java.util.Map;

/**
 * Which numbers are ours, and how each trunk writes them.
 *
 * @param entryPoints by number
 * @param unknown where a call goes whose number is not ours
 * @param busyFlow what a call beyond the limit hears, in the tenant and language of its entry point
 * @param trunks by name
 */
public record Numbers(Map<String, EntryPoint> entryPoints, EntryPoint unknown, String busyFlow, Map<String, Trunk> trunks) {
  private static final NumberPlan INSIDE = new NumberPlan("ZZ", "");

  /** The called number as its trunk means it. */
  public String called(CallArrived arrival) {
    String sent = arrival.called();
    return entryPoints.containsKey(sent) ? sent : plan(arrival).called(sent);
  }

  public String caller(CallArrived arrival) {
    return plan(arrival).caller(arrival.caller());
  }

  public EntryPoint entryPoint(String called) {
    return entryPoints.getOrDefault(called, unknown);
  }

  /** The same entry, with the flow for calls beyond the limit. */
  public EntryPoint busy(EntryPoint entry) {
    return new EntryPoint(entry.tenant(), entry.name(), entry.number(), busyFlow, entry.language());
  }

  private NumberPlan plan(CallArrived arrival) {
    Trunk trunk = trunks.get(arrival.trunk());
    return trunk == null ? INSIDE : trunk.numbers();
  }
}
