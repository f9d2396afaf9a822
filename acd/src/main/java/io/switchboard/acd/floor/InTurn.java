package io.switchboard.acd.floor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is due in the order in which it was added. Of calls that have left their queue nothing is due any more: they are let go when they are
 * more than half of it, and not only when it would be their turn, which may be hours after their end.
 */
final class InTurn<E> {
  /** So many are not worth a look. */
  static final int FEW = 64;

  private final Deque<E> entries = new ArrayDeque<>();
  private final Function<E, Visit> visit;
  private int many = FEW;

  /** {@code visit}: whom an entry is about. */
  InTurn(Function<E, Visit> visit) {
    this.visit = visit;
  }

  /** Each entry is looked at a constant number of times on the average. */
  void add(E entry) {
    if (entries.size() >= many) {
      entries.removeIf(each -> !visit.apply(each).inQueue());
      many = Math.max(FEW, 2 * entries.size());
    }
    entries.add(entry);
  }

  @Nullable E first() {
    return entries.peekFirst();
  }

  @Nullable E last() {
    return entries.peekLast();
  }

  @Nullable E takeFirst() {
    return entries.pollFirst();
  }

  /** The first that is still in its queue; those before it are let go. */
  @Nullable E firstWaiting() {
    E first = entries.peekFirst();
    while (first != null && !visit.apply(first).inQueue()) {
      entries.pollFirst();
      first = entries.peekFirst();
    }
    return first;
  }

  int size() {
    return entries.size();
  }

  void clear() {
    entries.clear();
    many = FEW;
  }
}
