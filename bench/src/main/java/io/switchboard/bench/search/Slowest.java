package io.switchboard.bench.search;

import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;

/** The searches that took longest, for whoever wants to know why. */
final class Slowest {
  private record Search(long us, String typed, int hits) {}

  private final int most;
  private final PriorityQueue<Search> kept = new PriorityQueue<>(Comparator.comparingLong(Search::us));

  Slowest(int most) {
    this.most = most;
  }

  void add(long us, String typed, int hits) {
    kept.add(new Search(us, typed, hits));
    if (kept.size() > most) {
      kept.poll();
    }
  }

  void print() {
    kept.stream().sorted(Comparator.comparingLong(Search::us).reversed()).forEach(each -> System.out.println(
        String.format(Locale.ROOT, "  slow: '%s' %.1f ms, %d found", each.typed(), each.us() / 1e3, each.hits())));
  }
}
