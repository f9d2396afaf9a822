package io.switchboard.acd.floor;

import org.jspecify.annotations.Nullable;

/**
 * A list in a fixed order, linked through its entries. An entry is put in by walking from both ends at once, so that the usual cases (the
 * youngest of all, or one that comes back to its place near the head) take a step or two; taking out is one step.
 */
class InOrder<E extends InOrder.Entry<E>> {

  /** What stands in at most one list at a time. */
  abstract static class Entry<E extends Entry<E>> {
    private @Nullable E before;
    private @Nullable E after;
    private @Nullable InOrder<E> list;

    abstract E self();

    /** The order: total, and fixed while the entry is in a list. */
    abstract boolean precedes(E other);

    final boolean listed() {
      return list != null;
    }

    final @Nullable E next() {
      return after;
    }
  }

  private @Nullable E first;
  private @Nullable E last;
  private int size;

  final @Nullable E first() {
    return first;
  }

  final int size() {
    return size;
  }

  /** Puts it where the order wants it. */
  final void insert(E entry) {
    E head = first;
    E tail = last;
    while (head != null && tail != null) {
      if (tail.precedes(entry)) {
        link(tail, entry, next(tail));
        return;
      }
      if (entry.precedes(head)) {
        link(before(head), entry, head);
        return;
      }
      head = next(head);
      tail = before(tail);
    }
    link(null, entry, null);
  }

  final void takeOut(E entry) {
    Entry<E> leaving = entry;
    E before = leaving.before;
    E after = leaving.after;
    if (before == null) {
      first = after;
    } else {
      ((Entry<E>) before).after = after;
    }
    if (after == null) {
      last = before;
    } else {
      ((Entry<E>) after).before = before;
    }
    leaving.before = null;
    leaving.after = null;
    leaving.list = null;
    size--;
  }

  private void link(@Nullable E before, E entry, @Nullable E after) {
    Entry<E> coming = entry;
    coming.before = before;
    coming.after = after;
    coming.list = this;
    if (before == null) {
      first = entry;
    } else {
      ((Entry<E>) before).after = entry;
    }
    if (after == null) {
      last = entry;
    } else {
      ((Entry<E>) after).before = entry;
    }
    size++;
  }

  private static <E extends Entry<E>> @Nullable E next(E entry) {
    return ((Entry<E>) entry).after;
  }

  private static <E extends Entry<E>> @Nullable E before(E entry) {
    return ((Entry<E>) entry).before;
  }
}
