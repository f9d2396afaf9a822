package io.switchboard.acd.floor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The alarms that are set, as a binary heap whose entries know their place in it. There is one for each agent who is busy, has a
 * break before him or is waited for, each resting phone, lane, and callback, and some for each queue (announcements, comfort, the longest wait, its
 * overflow rules), never one for each waiting caller.
 */
public final class Alarms {
  /** Nothing is due, ever. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The times stand beside the alarms, so that finding a place does not touch each alarm on the way. */
  private long[] due = new long[64];
  private Alarm[] heap = new Alarm[64];
  private int size;

  public long nextDueMs() {
    return size == 0 ? NEVER : due[0];
  }

  /** When it is due; only while it is set. */
  long dueMs(Alarm alarm) {
    return due[alarm.at];
  }

  /** Sets it, or moves it. */
  public void set(Alarm alarm, long dueMs) {
    int at = alarm.at;
    if (at < 0) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, size * 2);
        due = Arrays.copyOf(due, size * 2);
      }
      at = size++;
    }
    settle(alarm, dueMs, at);
  }

  public void clear(Alarm alarm) {
    int hole = alarm.at;
    if (hole < 0) {
      return;
    }
    alarm.at = -1;
    Alarm last = heap[--size];
    if (last != alarm) {
      settle(last, due[size], hole);
    }
  }

  /** Takes out one that is due, or null. */
  public @Nullable Alarm poll(long nowMs) {
    if (size == 0 || due[0] > nowMs) {
      return null;
    }
    Alarm first = heap[0];
    clear(first);
    return first;
  }

  /** Puts it where it belongs, beginning at this place: up or down. */
  private void settle(Alarm alarm, long dueMs, int from) {
    int at = from;
    while (at > 0 && due[(at - 1) / 2] > dueMs) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    int child = earlierChild(at);
    while (child > 0 && due[child] < dueMs) {
      move(child, at);
      at = child;
      child = earlierChild(at);
    }
    heap[at] = alarm;
    due[at] = dueMs;
    alarm.at = at;
  }

  /** 0: there is none. */
  private int earlierChild(int at) {
    int child = 2 * at + 1;
    if (child >= size) {
      return 0;
    }
    return child + 1 < size && due[child + 1] < due[child] ? child + 1 : child;
  }

  private void move(int from, int to) {
    heap[to] = heap[from];
    due[to] = due[from];
    heap[to].at = to;
  }
}
