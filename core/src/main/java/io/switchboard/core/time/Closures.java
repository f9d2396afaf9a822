package io.switchboard.core.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Spans of time in which something is closed, whatever its week says. Asking takes a binary search, so it may be asked for each call. */
public final class Closures {
  /** Never closed. */
  public static final Closures NONE = new Closures(new long[0]);

  /** From the one instant to before the other, milliseconds since 1970. */
  public record Closure(long fromMs, long toMs) {}

  /** Where a closure begins and, next to it, where it ends; in order, no two of them touch. */
  private final long[] edges;

  private Closures(long[] edges) {
    this.edges = edges;
  }

  /** Overlapping ones are one; one that ends no later than it begins is none. */
  public static Closures of(Collection<Closure> closures) {
    List<Long> edges = new ArrayList<>();
    closures.stream().filter(each -> each.toMs() > each.fromMs()).sorted(Comparator.comparingLong(Closure::fromMs)).forEach(each -> {
      if (!edges.isEmpty() && each.fromMs() <= edges.getLast()) {
        edges.add(Math.max(edges.removeLast(), each.toMs()));
      } else {
        edges.add(each.fromMs());
        edges.add(each.toMs());
      }
    });
    return edges.isEmpty() ? NONE : new Closures(edges.stream().mapToLong(Long::longValue).toArray());
  }

  public boolean closedAt(long atMs) {
    int found = Arrays.binarySearch(edges, atMs);
    int before = found >= 0 ? found : -found - 2; // the last edge that is not later
    return before >= 0 && before % 2 == 0;
  }

  /** In order, apart from each other. */
  public List<Closure> all() {
    List<Closure> all = new ArrayList<>();
    for (int i = 0; i < edges.length; i += 2) {
      all.add(new Closure(edges[i], edges[i + 1]));
    }
    return List.copyOf(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Closures closures && Arrays.equals(edges, closures.edges);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(edges));
  }

  @Override
  public String toString() {
    return edges.length / 2 + " closures";
  }
}
