package io.switchboard.acd.replay;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.CallSignal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller went after a queue.
 *
 * @param next null: nowhere
 * @param gapMs until he came there
 */
record Onward(@Nullable Entry next, long gapMs) {
  /** Out of a queue, and how: {@link Entry#way}. */
  record Way(QueueId queue, String way) {}

  static Onward of(Entry entry, @Nullable Entry next) {
    return new Onward(next, next == null ? 0 : Math.max(0, next.atMs() - entry.end().atMs()));
  }

  /** Where callers went, by the way that they had come out of a queue; in the order of the contacts. */
  static Map<Way, List<Onward>> seen(List<Contact> contacts) {
    Map<Way, List<Onward>> seen = new HashMap<>();
    for (Contact contact : contacts) {
      List<Entry> entries = contact.entries();
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        Entry next = i + 1 < entries.size() ? entries.get(i + 1) : null;
        if (!entry.way().isEmpty()) {
          seen.computeIfAbsent(new Way(entry.wish().queue(), entry.way()), each -> new ArrayList<>()).add(of(entry, next));
        }
      }
    }
    return seen;
  }

  /** The same for another call, of which nothing is known there: it comes when it does and ends as it will. */
  @Nullable Entry as(CallId call) {
    if (next == null) {
      return null;
    }
    CallSignal.Enqueue wish = next.wish();
    return new Entry(next.atMs(), new CallSignal.Enqueue(
        call, wish.queue(), wish.priority(), wish.skills(), wish.caller(), wish.callerName(), wish.valueClass(), wish.preferred(),
        wish.keepWait(), wish.onlyMs()),
        new Entry.End.Open(next.atMs()));
  }
}
