package io.switchboard.bench.ivr;

import io.switchboard.bench.ivr.CallerInMenus.Pressed;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** How soon callers heard what answered their keys. */
final class Hearsay {
  /** Who has not heard the answer by then has waited for it so long. */
  private static final double PATIENCE_S = 3;
  private static final int DIGITS = 3;

  private final Ear ear;
  /** Microseconds. */
  private final Histogram latency = new Histogram(DIGITS);
  private final List<Answer> answers = new ArrayList<>();
  private final List<String> unheard = new ArrayList<>();
  private int lostPackets;

  /**
   * One key's.
   *
   * @param atNs when it was released, by {@link System#nanoTime}
   */
  record Answer(long atNs, char key, String prompt, double ms) {}

  Hearsay(Ear ear) {
    this.ear = ear;
  }

  /** Listens to one caller: his keys in their order, those that count being released within the time measured. */
  void listen(Recording recording, List<Pressed> pressed, long fromNs, long toNs) {
    lostPackets += recording.lost();
    for (int n = 0; n < pressed.size(); n++) {
      Pressed each = pressed.get(n);
      if (each.listened() && each.key().endedNs() >= fromNs && each.key().endedNs() < toNs) {
        double releasedS = recording.seconds(each.key().endedNs());
        double nextS = n + 1 < pressed.size() ? recording.seconds(pressed.get(n + 1).key().beganNs()) : Double.MAX_VALUE;
        heard(recording, each, ear.begins(recording, each.prompt(), releasedS, Math.min(nextS, releasedS + PATIENCE_S)), releasedS);
      }
    }
  }

  private void heard(Recording recording, Pressed pressed, OptionalDouble beganS, double releasedS) {
    if (beganS.isEmpty()) {
      unheard.add(pressed.prompt() + " was not heard after key " + pressed.key().key() + " at 1 s, but: "
          + ear.of(recording.part(releasedS - 1, releasedS + 2 * PATIENCE_S)));
    }
    double seconds = beganS.isPresent() ? beganS.getAsDouble() - releasedS : PATIENCE_S;
    latency.recordValue(Math.round(1e6 * seconds));
    answers.add(new Answer(pressed.key().endedNs(), pressed.key().key(), pressed.prompt(), 1e3 * seconds));
  }

  /** The slowest first. */
  List<Answer> slowest(int most) {
    return answers.stream().sorted(Comparator.comparing(Answer::ms).reversed()).limit(most).toList();
  }

  long keys() {
    return latency.getTotalCount();
  }

  /** Milliseconds; 0 when nobody pressed. */
  double ms(double percentile) {
    return latency.getTotalCount() == 0 ? 0 : latency.getValueAtPercentile(percentile) / 1000.0;
  }

  /** The keys whose prompt did not come, and what came instead, for people. */
  List<String> unheard() {
    return List.copyOf(unheard);
  }

  /** Of audio, on the way to the callers. */
  int lostPackets() {
    return lostPackets;
  }
}
