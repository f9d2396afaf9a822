package io.switchboard.acd.floor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who entered one queue with one priority, in order, to tell a caller his position without looking at the calls ahead of him. Each entry
 * has a bit in a page of 256; a position is the sum of the pages' counts before it and the bits before it in its own. An empty page is
 * dropped. With 100,000 ahead that is some 400 additions; only announcements and questions pay for it, never routing.
 */
final class Roll {
  private static final int SIZE = 256;

  /** 256 entries in a row. */
  static final class Page {
    private final long[] present = new long[SIZE / 64];
    private final long[] enteredMs = new long[SIZE];
    private long firstMs;
    private long lastMs;
    private int used;
    private int count;
    private @Nullable Page before;
    private @Nullable Page after;
  }

  private @Nullable Page first;
  private @Nullable Page last;
  private int size;

  int size() {
    return size;
  }

  /** Entries come in the order of their time. */
  void add(Visit visit) {
    Page page = last;
    if (page == null || page.used == SIZE) {
      page = append();
    }
    visit.page = page;
    visit.slot = page.used;
    page.enteredMs[page.used] = visit.enteredMs();
    page.firstMs = page.used == 0 ? visit.enteredMs() : page.firstMs;
    page.lastMs = visit.enteredMs();
    page.present[page.used >> 6] |= 1L << page.used;
    page.used++;
    page.count++;
    size++;
  }

  void remove(Visit visit) {
    Page page = visit.page;
    if (page == null) {
      return;
    }
    visit.page = null;
    page.present[visit.slot >> 6] &= ~(1L << visit.slot);
    page.count--;
    size--;
    if (page.count == 0) {
      drop(page);
    }
  }

  /** How many stand before this one, which is in the roll. */
  int before(Visit visit) {
    Page page = visit.page;
    if (page == null) {
      throw new IllegalStateException(visit.call() + " is not in the roll");
    }
    int before = bitsBefore(page, visit.slot);
    for (Page earlier = page.before; earlier != null; earlier = earlier.before) {
      before += earlier.count;
    }
    return before;
  }

  /** How many entered before this time. */
  int enteredBefore(long ms) {
    int before = 0;
    Page page = first;
    while (page != null && page.lastMs < ms) {
      before += page.count;
      page = page.after;
    }
    return page == null || page.firstMs >= ms ? before : before + bitsBefore(page, slotOf(page, ms));
  }

  /** The first slot that was taken at this time or later. */
  private static int slotOf(Page page, long ms) {
    int found = Arrays.binarySearch(page.enteredMs, 0, page.used, ms);
    int slot = found < 0 ? -found - 1 : found;
    while (slot > 0 && page.enteredMs[slot - 1] == ms) {
      slot--;
    }
    return slot;
  }

  private static int bitsBefore(Page page, int slot) {
    int bits = 0;
    for (int word = 0; word < slot >> 6; word++) {
      bits += Long.bitCount(page.present[word]);
    }
    return (slot & 63) == 0 ? bits : bits + Long.bitCount(page.present[slot >> 6] & ((1L << slot) - 1));
  }

  private Page append() {
    Page page = new Page();
    page.before = last;
    if (last == null) {
      first = page;
    } else {
      last.after = page;
    }
    last = page;
    return page;
  }

  private void drop(Page page) {
    if (page.before == null) {
      first = page.after;
    } else {
      page.before.after = page.after;
    }
    if (page.after == null) {
      last = page.before;
    } else {
      page.after.before = page.before;
    }
  }
}
