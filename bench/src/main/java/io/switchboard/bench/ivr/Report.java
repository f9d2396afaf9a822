package io.switchboard.bench.ivr;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the figures mean, the table for people, and the last line for machines. */
final class Report {
  private static final int GOAL_P99_MS = 150;
  private static final int SLOWEST = 5;

  private Report() {}

  static void begin(int callers, int seconds, String asterisk) {
    print("Asterisk %s, %d processors, Java %s; %d callers at once, %d s measured in each round, callers and servers on the same processors",
        asterisk, Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), callers, seconds);
    print("""
        Callers choose a language and then go around in menus, the prompts of which a key cuts. A telephone sends 20 ms of sound after 20 ms, and a
        key as RTP events (RFC 4733) in between; the three packets that end it leave at once.
        one by one:   a key of %d ms, then %.1f to %.1f s, within the prompt or after it. ahead: %d keys in a row, each %d ms long and %d ms after the
                      one before is released, then %.1f to %.1f s.
        latency:      from the moment before the last packet of a key is sent to the first sample above -40 dBFS of the prompt of the menu to
                      which the key leads, as it arrives at the caller: found by correlation with the prompt's file. Of a row, the last key's.
                      A prompt that does not come within 3 s, or before the next key, is unheard and counts as 3 s.
        lost_digits:  keys sent, of both rounds, that are not among the answers of that call's menus in the journal, in their order.
        extra_digits: answers there to keys that were not sent.
        cores:        CPU time per second of Asterisk, the platform, PostgreSQL and Redis, one by one; callers: the same of SIPp and this bench.""",
        Pace.LISTENING.heldMs(), Pace.LISTENING.leastMs() / 1000.0, Pace.LISTENING.mostMs() / 1000.0, Pace.AHEAD.keys(), Pace.AHEAD.heldMs(),
        Pace.AHEAD.apartMs(), Pace.AHEAD.leastMs() / 1000.0, Pace.AHEAD.mostMs() / 1000.0);
  }

  static void end(List<Round.Result> rounds) {
    print("%nround        calls   keys  lost  extra  measured  unheard  ms: p50     p99     max  cores  callers  RTP lost");
    for (Round.Result round : rounds) {
      Hearsay heard = round.heard();
      print("%-11s  %5d  %5d  %4d  %5d  %8d  %7d  %7.1f  %6.1f  %6.1f  %5.2f  %7.2f  %8d", round.pace().name(), round.calls(), round.sum(Digits::count),
          round.sum(Digits::lost), round.sum(Digits::extra), heard.keys(), heard.unheard().size(), heard.ms(50), heard.ms(99), heard.ms(100), round.cores(), round.callersCores(),
          heard.lostPackets());
    }
    for (Round.Result round : rounds) {
      round.heard().unheard().stream().limit(SLOWEST).forEach(each -> print("%nunheard, %s: %s", round.pace().name(), each));
      round.digits().stream().filter(call -> call.lost() + call.extra() > 0).limit(SLOWEST)
          .forEach(call -> print("%nnot answered as sent, %s:%nsent     %s%nanswered %s", round.pace().name(), call.sent(), call.answered()));
      print("%nslowest, %s: %s", round.pace().name(), round.heard().slowest(SLOWEST).stream()
          .map(each -> String.format(Locale.ROOT, "%.1f ms (key %s at %.1f s, %s)", each.ms(), each.key(), (each.atNs() - round.fromNs()) / 1e9, each.prompt()))
          .collect(Collectors.joining(", ")));
    }
    print("%n%s", json(rounds));
  }

  private static String json(List<Round.Result> rounds) {
    Round.Result listening = rounds.getFirst();
    Round.Result ahead = rounds.getLast();
    return String.format(Locale.ROOT, "{\"calls\":%d,\"keys\":%d,\"p50_ms\":%.1f,\"p99_ms\":%.1f,\"max_ms\":%.1f,\"lost_digits\":%d,\"extra_digits\":%d,\"unheard\":%d,"
            + "\"ahead_keys\":%d,\"ahead_p50_ms\":%.1f,\"ahead_p99_ms\":%.1f,\"cores\":%.2f,\"callers_cores\":%.2f,\"goal_p99_ms\":%d}",
        rounds.stream().mapToInt(Round.Result::calls).min().orElse(0), listening.sum(Digits::count), listening.heard().ms(50), listening.heard().ms(99),
        listening.heard().ms(100), rounds.stream().mapToInt(round -> round.sum(Digits::lost)).sum(),
        rounds.stream().mapToInt(round -> round.sum(Digits::extra)).sum(), rounds.stream().mapToInt(round -> round.heard().unheard().size()).sum(),
        ahead.sum(Digits::count), ahead.heard().ms(50), ahead.heard().ms(99), listening.cores(), listening.callersCores(), GOAL_P99_MS);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
