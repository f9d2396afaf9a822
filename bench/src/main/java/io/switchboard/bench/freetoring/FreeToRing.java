package io.switchboard.bench.freetoring;

import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippCall.Ending;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * From each agent's BYE to the next INVITE at his phone.
 *
 * @param free time in microseconds, of the BYEs within the window
 * @param completed calls whose agent hung up within the window
 * @param unserved BYEs within the window after which the phone never rang again
 */
record FreeToRing(Histogram free, int completed, int unserved) {
  private static final int DIGITS = 3;

  /**
   * Reads it off the phones' calls.
   *
   * @param calls in the order of their INVITEs
   * @param fromUs of the window, microseconds since 1970
   */
  static FreeToRing of(List<SippCall> calls, long fromUs, long toUs) {
    Histogram free = new Histogram(DIGITS);
    Map<String, Long> freed = new HashMap<>();
    int completed = 0;
    for (SippCall call : calls) {
      Long since = freed.remove(call.address());
      if (since != null) {
        free.recordValue(Math.max(0, call.invitedUs() - since));
      }
      if (call.ending() == Ending.HUNG_UP && within(call.endedUs().orElseThrow(), fromUs, toUs)) {
        completed++;
        freed.put(call.address(), call.endedUs().orElseThrow());
      }
    }
    return new FreeToRing(free, completed, freed.size());
  }

  private static boolean within(long atUs, long fromUs, long toUs) {
    return atUs >= fromUs && atUs < toUs;
  }

  double ms(double percentile) {
    return free.getValueAtPercentile(percentile) / 1000.0;
  }
}
