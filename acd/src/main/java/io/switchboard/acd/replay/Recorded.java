package io.switchboard.acd.replay;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A period as it was: what a replay needs of its facts. */
public final class Recorded {
  /**
   * An offer that was made.
   *
   * @param silentMs for so long nobody answered
   * @param ringing what became of it; null: it rings where the record ends
   */
  record Rung(AgentId agent, long silentMs, @Nullable Ringing ringing) {}

  final long fromMs;
  final long lastMs;
  /** Without those of callbacks. */
  final List<Fact> before;
  final List<Contact> contacts;
  final List<Wish> wishes;
  final Set<Wishes.Rest> rests;
  final List<Long> restsMs;
  final Map<OfferId, Rung> rung = new HashMap<>();
  final Map<AgentId, List<Ringing>> ringings = new HashMap<>();
  final Map<QueueId, List<Handling>> handlings = new HashMap<>();
  final Map<QueueId, Survival> patience = new HashMap<>();
  final Map<Onward.Way, List<Onward>> onward;
  private final List<Fact> facts;
  private final List<Fact> everythingBefore;
  private final Map<CallId, Fact.CallbackBooked> callbacks = new LinkedHashMap<>();
  /** Calls that agents placed: nobody is routed in them. */
  private final Set<CallId> dialled = new HashSet<>();

  /**
   * @param before everything that was live when the period began, in the journal's order: the facts of interactions that were open, the last
   *     of each agent, his skills and each closure
   * @param facts since then, in the journal's order, up to some time after the period, so that its calls are seen to end
   * @param fromMs when the period began, milliseconds since the epoch
   * @param lastMs until when {@code facts} are all that happened
   */
  public Recorded(List<Fact> before, List<Fact> facts, long fromMs, long lastMs) {
    this.everythingBefore = List.copyOf(before);
    this.facts = List.copyOf(facts);
    this.fromMs = fromMs;
    this.lastMs = lastMs;
    all().forEach(this::callback);
    before.forEach(fact -> {
      if (fact instanceof Fact.Connected connected) {
        callbacks.remove(connected.call()); // on the line when the period begins, he is a caller like any other
      }
    });
    this.before = before.stream().filter(this::replayed).toList();
    Contacts reading = new Contacts();
    Wishes asking = new Wishes();
    before.forEach(fact -> asking.read(fact, false));
    facts.forEach(fact -> asking.read(fact, true));
    all().stream().filter(this::replayed).forEach(fact -> {
      reading.read(fact);
      rang(fact);
    });
    this.contacts = reading.contacts(lastMs);
    this.wishes = asking.wishes();
    this.rests = asking.rests();
    this.restsMs = asking.restsMs();
    this.onward = Onward.seen(contacts);
    learn();
  }

  /** Everything that it was made of, to be counted. */
  public List<Fact> all() {
    List<Fact> all = new ArrayList<>(everythingBefore);
    all.addAll(facts);
    return all;
  }

  private void callback(Fact fact) {
    if (fact instanceof Fact.CallbackBooked booked) {
      callbacks.put(booked.call(), booked);
    }
    if (fact instanceof Fact.Dial.DialBegun begun) {
      dialled.add(begun.call());
    }
  }

  private boolean replayed(Fact fact) {
    return fact.call() == null || !callbacks.containsKey(fact.call()) && !dialled.contains(fact.call());
  }

  /** How many customers were to be called back, booked before this time or open since before the period: nothing is replayed of them. */
  public int callbacksLeftOut(long untilMs) {
    return (int) callbacks.values().stream().filter(booked -> booked.atMs() < untilMs).count();
  }

  /** Queues to which somebody came. */
  public Set<QueueId> queues() {
    Set<QueueId> queues = new HashSet<>();
    contacts.forEach(contact -> contact.entries().forEach(entry -> queues.add(entry.wish().queue())));
    return queues;
  }

  /** When the first of those came who still wait where the record ends, milliseconds since the epoch, or {@link Long#MAX_VALUE}: nobody. */
  public long waitingSinceMs() {
    return contacts.stream().flatMap(contact -> contact.entries().stream())
        .filter(entry -> entry.end() instanceof Entry.End.Open).mapToLong(Entry::atMs).min().orElse(Long.MAX_VALUE);
  }

  /** Who was signed in at a time, whoever signed in first before the others. */
  public List<AgentId> signedInAt(long atMs) {
    Map<AgentId, Boolean> present = new LinkedHashMap<>();
    for (Fact fact : all()) {
      if (fact instanceof Fact.AgentStateChanged f && f.atMs() <= atMs) {
        if (f.to() == AgentState.SIGNED_OUT) {
          present.remove(f.agent());
        } else {
          present.putIfAbsent(f.agent(), true);
        }
      }
    }
    return List.copyOf(present.keySet());
  }

  AgentState stateAt(AgentId agent, long atMs) {
    AgentState state = AgentState.SIGNED_OUT;
    for (Fact fact : all()) {
      if (fact instanceof Fact.AgentStateChanged f && f.agent().equals(agent) && f.atMs() <= atMs) {
        state = f.to();
      }
    }
    return state;
  }

  private void rang(Fact fact) {
    if (fact instanceof Fact.OfferMade f) {
      rung.put(f.offer(), new Rung(f.agent(), lastMs - f.atMs(), null));
    } else if (fact instanceof Fact.OfferEnded f) {
      rung(f.offer(), f.agent(), new Ringing(f.ending(), f.ringingMs()));
    } else if (fact instanceof Fact.Connected f) {
      rung(f.offer(), f.agent(), new Ringing(null, f.ringingMs()));
    }
  }

  private void rung(OfferId offer, AgentId agent, Ringing ringing) {
    rung.put(offer, new Rung(agent, ringing.afterMs(), ringing));
    if (ringing.telling()) {
      ringings.computeIfAbsent(agent, each -> new ArrayList<>()).add(ringing);
    }
  }

  /** What was seen of each queue. */
  private void learn() {
    Map<QueueId, List<Survival.Seen>> seen = new HashMap<>();
    for (Contact contact : contacts) {
      for (Entry entry : contact.entries()) {
        QueueId queue = entry.wish().queue();
        if (entry.end() instanceof Entry.End.Answered answered && answered.handling() != null) {
          handlings.computeIfAbsent(queue, each -> new ArrayList<>()).add(answered.handling());
        }
        if (!(entry.end() instanceof Entry.End.Refused)) {
          seen.computeIfAbsent(queue, each -> new ArrayList<>()).add(new Survival.Seen(entry.waitMs(), entry.hungUp()));
        }
      }
    }
    seen.forEach((queue, waits) -> patience.put(queue, Survival.of(waits)));
  }
}
