package io.switchboard.acd.replay;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is still to happen, in the order of time; at one time in the order in which it was put down. */
final class Agenda {
  /** Nothing more. */
  static final long NEVER = Long.MAX_VALUE;

  private record Item(long atMs, long number, Runnable what) {}

  private final PriorityQueue<Item> items = new PriorityQueue<>(Comparator.comparingLong(Item::atMs).thenComparingLong(Item::number));
  private long number;

  void at(long atMs, Runnable what) {
    items.add(new Item(atMs, number++, what));
  }

  /** When the next is due, or {@link #NEVER}. */
  long nextMs() {
    Item next = items.peek();
    return next == null ? NEVER : next.atMs();
  }

  void runNext() {
    items.remove().what().run();
  }
}
