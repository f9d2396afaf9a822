package io.switchboard.acd.replay;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.routing.Event;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.CallSignal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The callers of the record: they come when they came, and go when they have talked or their patience is over. */
final class Callers {
  /** One of them, and how far he is. */
  private static final class Caller {
    private final Contact contact;
    private final Set<OfferId> wrappingUp = new HashSet<>(2);
    private int at;
    private boolean arrived;
    private boolean gone;
    private boolean closed;

    Caller(Contact contact) {
      this.contact = contact;
    }

    Entry entry() {
      return contact.entries().get(at);
    }

    @Nullable Entry next() {
      return at + 1 < contact.entries().size() ? contact.entries().get(at + 1) : null;
    }
  }

  private final Replay replay;
  private final People people;
  private final Recorded recorded;
  private final Behaviour behaviour;
  private final Map<CallId, Caller> callers = new HashMap<>();

  Callers(Replay replay, People people, Recorded recorded, Behaviour behaviour) {
    this.replay = replay;
    this.people = people;
    this.recorded = recorded;
    this.behaviour = behaviour;
    recorded.contacts.forEach(contact -> callers.put(contact.call(), new Caller(contact)));
    for (Fact fact : recorded.before) {
      Caller caller = fact instanceof Fact.CallArrived arrived ? callers.get(arrived.call()) : null;
      if (caller != null) {
        caller.arrived = true;
      }
    }
  }

  /** Those who wait or talk already when the period begins. */
  void resume() {
    for (Visit visit : List.copyOf(replay.floor().visits())) {
      Caller caller = callers.get(visit.call());
      if (caller == null) {
        continue;
      }
      while (caller.next() instanceof Entry next && next.atMs() <= visit.enteredMs()) {
        caller.at++;
      }
      if (visit.inQueue()) {
        waits(caller, visit.enteredMs());
      } else {
        visit.offers().forEach(talk -> talks(caller, talk.id(), talk.connectedMs()));
      }
    }
    for (Agent agent : List.copyOf(replay.floor().staff().all())) {
      Offer offer = agent.offer();
      Caller caller = offer == null ? null : callers.get(offer.id().call());
      if (caller != null && offer != null && agent.state() == AgentState.WRAP_UP) {
        caller.gone = caller.next() == null;
        wrapsUp(caller, offer.id(), offer.talkEndedMs(), behaviour.handling(caller.entry()));
      }
    }
  }

  /** Those who come within the period. Whoever goes on from one queue to the next does so after the one as it ends this time. */
  void expect() {
    for (Contact contact : recorded.contacts) {
      Caller caller = callers.get(contact.call());
      List<Entry> entries = contact.entries();
      int first = 0;
      while (first < entries.size() && entries.get(first).atMs() < recorded.fromMs) {
        first++;
      }
      if (caller != null && first < entries.size() && (first == 0 || entries.get(first - 1).end().atMs() < recorded.fromMs)) {
        int index = first;
        replay.agenda().at(entries.get(first).atMs(), () -> comes(caller, index));
      }
    }
  }

  private void comes(Caller caller, int index) {
    caller.at = index;
    if (!caller.arrived) {
      caller.arrived = true;
      CallSignal.Enqueue wish = caller.entry().wish();
      replay.write(new Fact.CallArrived(
          replay.nowMs(), caller.contact.tenant(), wish.call(), "", wish.caller(), wish.callerName(), "", "", "", ""));
    }
    replay.tell(new Event.Arrived(caller.entry().wish()));
  }

  /** What becomes of him. */
  void follow(Fact fact) {
    Caller caller = fact.call() == null ? null : callers.get(fact.call());
    if (caller == null) {
      return;
    }
    if (fact instanceof Fact.QueueEntered f) {
      waits(caller, f.atMs());
    } else if (fact instanceof Fact.QueueRefused f) {
      goesOn(caller, "refused " + f.reason());
    } else if (fact instanceof Fact.QueueLeft f) {
      left(caller, f);
    } else if (fact instanceof Fact.Connected f) {
      talks(caller, f.offer(), f.atMs());
    } else if (fact instanceof Fact.WrapUpEnded f) {
      caller.wrappingUp.remove(f.offer());
      close(caller);
    }
  }

  private void waits(Caller caller, long enteredMs) {
    Entry entry = caller.entry();
    CallId call = entry.wish().call();
    if (entry.end() instanceof Entry.End.Left left && left.exit() == QueueExit.KEY) {
      replay.agenda().at(Math.max(replay.nowMs(), enteredMs + entry.waitMs()), () -> {
        if (waitsSince(call, enteredMs)) {
          replay.tell(new Event.Leaves(new CallSignal.LeaveQueue(call, entry.wish().queue(), left.key())));
        }
      });
    }
    long patienceMs = behaviour.patienceMs(entry);
    if (patienceMs != Survival.ENDLESS) {
      replay.agenda().at(Math.max(replay.nowMs(), enteredMs + patienceMs), () -> {
        if (waitsSince(call, enteredMs)) {
          if (!entry.hungUp()) {
            behaviour.hungUpByGuess();
          }
          replay.tell(new Event.Heard(new LineEvent.CallerGone(call, Party.CALLER)));
        }
      });
    }
  }

  private boolean waitsSince(CallId call, long enteredMs) {
    Visit visit = replay.floor().visit(call);
    return visit != null && visit.inQueue() && visit.enteredMs() == enteredMs;
  }

  private void left(Caller caller, Fact.QueueLeft fact) {
    if (fact.exit() == QueueExit.ABANDONED || fact.exit() == QueueExit.UNSEEN) {
      caller.gone = true;
      close(caller);
    } else {
      goesOn(caller, fact.exit().name());
    }
  }

  private void talks(Caller caller, OfferId offer, long connectedMs) {
    Handling handling = behaviour.handling(caller.entry());
    replay.agenda().at(Math.max(replay.nowMs(), connectedMs + handling.talkMs()), () -> {
      replay.tell(new Event.Heard(new LineEvent.TalkEnded(offer, handling.by())));
      wrapsUp(caller, offer, replay.nowMs(), handling);
      goesOn(caller, "answered");
    });
  }

  private void wrapsUp(Caller caller, OfferId offer, long talkEndedMs, Handling handling) {
    if (people.wrapsUp(offer)) {
      caller.wrappingUp.add(offer);
      Long afterMs = handling.wrapUpMs();
      if (afterMs != null) {
        replay.agenda().at(Math.max(replay.nowMs(), talkEndedMs + afterMs), () -> people.endWrapUp(offer));
      }
    }
  }

  /** To the queue that he came to next if he left this one as in the record; else he hangs up. */
  private void goesOn(Caller caller, String way) {
    Entry next = caller.next();
    if (next != null && caller.entry().way().equals(way)) {
      long gapMs = Math.max(0, next.atMs() - caller.entry().end().atMs());
      int index = caller.at + 1;
      replay.agenda().at(replay.nowMs() + gapMs, () -> comes(caller, index));
    } else {
      caller.gone = true;
      replay.agenda().at(replay.nowMs(), () -> {
        replay.tell(new Event.Heard(new LineEvent.CallerGone(caller.contact.call(), Party.CALLER)));
        close(caller);
      });
    }
  }

  private void close(Caller caller) {
    if (caller.gone && caller.wrappingUp.isEmpty() && !caller.closed) {
      caller.closed = true;
      replay.write(new Fact.InteractionClosed(replay.nowMs(), caller.contact.tenant(), caller.contact.call()));
    }
  }
}
