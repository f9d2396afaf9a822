package io.switchboard.acd.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in one queue with one number of points, in the order in which their waits began, to tell a caller his position without looking at
 * the calls ahead of him. Each entry has a bit in a page of 256; a position is the sum of the pages' counts before it and the bits before it
 * in its own. An empty page is dropped. With 100,000 ahead that is some 400 additions; only announcements and questions pay for it, never
 * routing. The few who brought a wait along from an earlier queue come out of order: they stand beside, in a sorted list.
 */
final class Roll {
  private static final int SIZE = 256;

  /** 256 entries in a row. */
  static final class Page {
    private final long[] present = new long[SIZE / 64];
    private final long[] sinceMs = new long[SIZE];
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
  private final List<Visit> outOfOrder = new ArrayList<>();

  int size() {
    return size;
  }

  void add(Visit visit) {
    size++;
    Page page = last;
    if (page != null && visit.sinceMs() < page.lastMs) {
      outOfOrder.add(outOfOrderBefore(visit.sinceMs(), visit.number()), visit);
      return;
    }
    if (page == null || page.used == SIZE) {
      page = append();
    }
    visit.page = page;
    visit.slot = page.used;
    page.sinceMs[page.used] = visit.sinceMs();
    page.firstMs = page.used == 0 ? visit.sinceMs() : page.firstMs;
    page.lastMs = visit.sinceMs();
    page.present[page.used >> 6] |= 1L << page.used;
    page.used++;
    page.count++;
  }

  void remove(Visit visit) {
    Page page = visit.page;
    if (page == null) {
      if (outOfOrder.remove(visit)) {
        size--;
      }
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
    int before = outOfOrderBefore(visit.sinceMs(), visit.number());
    Page page = visit.page;
    if (page == null) {
      return before + inPagesBefore(visit.sinceMs());
    }
    before += bitsBefore(page, visit.slot);
    for (Page earlier = page.before; earlier != null; earlier = earlier.before) {
      before += earlier.count;
    }
    return before;
  }

  /** How many of the waits began before this time. */
  int sinceBefore(long ms) {
    return inPagesBefore(ms) + outOfOrderBefore(ms, Long.MIN_VALUE);
  }

  /** By halving: how many of those out of order wait since before this time, or since then with a smaller number. */
  private int outOfOrderBefore(long ms, long number) {
    int low = 0;
    int high = outOfOrder.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Visit at = outOfOrder.get(middle);
      if (at.sinceMs() < ms || (at.sinceMs() == ms && at.number() < number)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int inPagesBefore(long ms) {
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
    int found = Arrays.binarySearch(page.sinceMs, 0, page.used, ms);
    int slot = found < 0 ? -found - 1 : found;
    while (slot > 0 && page.sinceMs[slot - 1] == ms) {
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
