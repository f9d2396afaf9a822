package io.switchboard.bench.dialer;

import java.util.Arrays;

/** What is to happen, by its time: a binary heap of numbers, each a time in milliseconds and what it is about. */
final class Agenda {
  private static final int BITS = 24;

  private long[] heap = new long[1_024];
  private int size;

  /** {@code what} has 24 bits. */
  void add(long atMs, int what) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    long entry = atMs << BITS | what;
    int at = size++;
    while (at > 0 && heap[(at - 1) / 2] > entry) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = entry;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long nextMs() {
    return size == 0 ? Long.MAX_VALUE : heap[0] >> BITS;
  }

  /** What is next, taken off. */
  int take() {
    int what = (int) (heap[0] & (1 << BITS) - 1);
    long last = heap[--size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= last) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return what;
  }
}
