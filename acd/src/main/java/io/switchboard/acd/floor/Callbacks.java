package io.switchboard.acd.floor;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is to be called back, by the interaction in which he asked and by his number: one of each at a time in a queue. */
public final class Callbacks {
  private record Number(QueueId queue, String number) {}

  private long lastIdMs;
  private final Map<CallId, Fact.CallbackBooked> booked = new HashMap<>();
  private final Map<CallId, Callback> byCall = new LinkedHashMap<>();
  private final Map<CallId, Callback> byFrom = new HashMap<>();
  private final Map<Number, Callback> byNumber = new HashMap<>();

  /** In the order of booking. */
  public Collection<Callback> all() {
    return List.copyOf(byCall.values());
  }

  /** The one that was asked for in this interaction, or null. */
  public @Nullable Callback from(CallId from) {
    return byFrom.get(from);
  }

  /** The one of this number in this queue, or null. */
  public @Nullable Callback of(QueueId queue, String number) {
    return byNumber.get(new Number(queue, number));
  }

  /** A time that no callback was named by, so that two of one call in one millisecond are told apart. */
  public long idMs(long nowMs) {
    return Math.max(nowMs, lastIdMs + 1);
  }

  // --- what the floor does here

  /** Its visit follows. */
  void booked(Fact.CallbackBooked fact) {
    lastIdMs = idMs(fact.atMs());
    booked.put(fact.call(), fact);
  }

  /** Whether the visit that begins is that of a callback. */
  @Nullable Callback begins(Visit visit) {
    Fact.CallbackBooked fact = booked.remove(visit.call());
    if (fact == null) {
      return null;
    }
    Callback callback = new Callback(fact, visit);
    byCall.put(fact.call(), callback);
    byFrom.put(fact.from(), callback);
    byNumber.put(new Number(fact.queue(), fact.number()), callback);
    return callback;
  }

  void over(Callback callback) {
    Fact.CallbackBooked fact = callback.booked();
    byCall.remove(fact.call());
    byFrom.remove(fact.from(), callback);
    byNumber.remove(new Number(fact.queue(), fact.number()), callback);
  }
}
