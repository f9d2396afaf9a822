package io.switchboard.acd.replay;

import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads facts into contacts. */
final class Contacts {
  /** One entry in the reading. */
  private static final class Reading {
    private final long atMs;
    private final CallSignal.Enqueue wish;
    private @Nullable OfferId answered;
    private long waitMs;
    private Entry.@Nullable End end;

    Reading(long atMs, CallSignal.Enqueue wish) {
      this.atMs = atMs;
      this.wish = wish;
    }

    boolean over() {
      return end != null || answered != null;
    }

    Entry entry(long lastMs) {
      Entry.End unended = answered == null ? new Entry.End.Open(lastMs) : new Entry.End.Answered(lastMs, answered, waitMs, null);
      return new Entry(atMs, wish, end == null ? unended : end);
    }
  }

  private final Map<CallId, TenantId> tenants = new LinkedHashMap<>();
  private final Map<CallId, List<Reading>> calls = new LinkedHashMap<>();
  private final Map<CallId, Fact.CallArrived> arrived = new HashMap<>();
  private final Map<OfferId, Reading> talks = new HashMap<>();

  void read(Fact fact) {
    if (fact instanceof Fact.CallArrived f) {
      arrived.put(f.call(), f);
    } else if (fact instanceof Fact.QueueEntered f) {
      boolean keepWait = calls.containsKey(f.call()) && f.sinceMs() < f.atMs(); // a redial finds its place by the rules themselves
      open(f.tenant(), new Reading(f.atMs(), new CallSignal.Enqueue(
          f.call(), f.queue(), f.priority(), f.skills(), f.caller(), f.callerName(), f.valueClass(), f.preferred(), keepWait, f.onlyMs())));
    } else if (fact instanceof Fact.QueueRefused f && f.reason() != QueueRefusal.UNKNOWN_QUEUE && f.reason() != QueueRefusal.AGENT_BUSY) {
      refused(f);
    } else if (fact instanceof Fact.QueueLeft f) {
      Reading current = current(f.call());
      if (current != null) {
        current.end = new Entry.End.Left(f.atMs(), f.exit(), f.key());
      }
    } else if (fact instanceof Fact.Connected f) {
      Reading current = current(f.call());
      if (current != null) {
        current.answered = f.offer();
        current.waitMs = f.waitMs();
        talks.put(f.offer(), current);
      }
    } else if (fact instanceof Fact.TalkEnded f) {
      Reading talk = talks.get(f.offer());
      if (talk != null) {
        talk.end = new Entry.End.Answered(f.atMs(), f.offer(), talk.waitMs, new Handling(f.talkMs(), f.by(), null));
      }
    } else if (fact instanceof Fact.WrapUpEnded f && f.why().equals("agent")) {
      Reading talk = talks.get(f.offer());
      if (talk != null && talk.end instanceof Entry.End.Answered end && end.handling() != null) {
        Handling handling = end.handling();
        talk.end = new Entry.End.Answered(
            end.atMs(), f.offer(), end.waitMs(), new Handling(handling.talkMs(), handling.by(), f.wrapUpMs()));
      }
    }
  }

  private void open(TenantId tenant, Reading reading) {
    tenants.put(reading.wish.call(), tenant);
    calls.computeIfAbsent(reading.wish.call(), each -> new ArrayList<>(1)).add(reading);
  }

  /** What it asked for besides the queue was not recorded. */
  private void refused(Fact.QueueRefused fact) {
    Fact.CallArrived call = arrived.get(fact.call());
    Reading reading = new Reading(fact.atMs(), new CallSignal.Enqueue(
        fact.call(), fact.queue(), 0, Map.of(), call == null ? "" : call.caller(), call == null ? "" : call.callerName()));
    reading.end = new Entry.End.Refused(fact.atMs(), fact.reason());
    open(fact.tenant(), reading);
  }

  private @Nullable Reading current(CallId call) {
    List<Reading> readings = calls.getOrDefault(call, List.of());
    Reading last = readings.isEmpty() ? null : readings.getLast();
    return last == null || last.over() ? null : last;
  }

  /** All, in the order in which they first came. */
  List<Contact> contacts(long lastMs) {
    List<Contact> contacts = new ArrayList<>();
    calls.forEach((call, readings) -> {
      TenantId tenant = tenants.get(call);
      if (tenant != null) {
        contacts.add(new Contact(tenant, call, readings.stream().map(reading -> reading.entry(lastMs)).toList()));
      }
    });
    return List.copyOf(contacts);
  }
}
