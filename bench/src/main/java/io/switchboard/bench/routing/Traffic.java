package io.switchboard.bench.routing;

import io.switchboard.acd.routing.Decided;
import io.switchboard.acd.routing.Event;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Callers, agents and the line in simulated time, seeded: what happens next, given what was decided. A call takes three minutes of an
 * agent.
 */
final class Traffic {
  private static final double AGENT_MS_PER_CALL = 180_000;
  /** Arrives, rings, is connected, talk ends, caller's channel gone, and some more. */
  private static final double EVENTS_PER_CALL = 5.5;

  private final Center center;
  private final Random dice;
  private final double stepMs;
  private final Crowd waiting = new Crowd();
  private final Crowd talking = new Crowd();
  private final Map<CallId, OfferId> offers = new HashMap<>();
  private final Deque<OfferId> dialled = new ArrayDeque<>();
  private final Deque<OfferId> ringing = new ArrayDeque<>();
  private final Deque<AgentId> resting = new ArrayDeque<>();
  private final Deque<Event> next = new ArrayDeque<>();
  private double nowMs = 1_795_341_600_000.0;
  private double eventMs = nowMs;
  private long calls;

  Traffic(Center center, long seed) {
    this.center = center;
    this.dice = new Random(seed);
    this.stepMs = AGENT_MS_PER_CALL / center.agents() / EVENTS_PER_CALL;
    next.add(new Event.Heard(new LineEvent.Restored(List.of(), List.of(), Set.of())));
    for (int a = 0; a < center.agents(); a++) {
      next.add(new Event.Asked(new AgentRequest.SignIn(center.agent(a))));
      next.add(new Event.Asked(new AgentRequest.Ready(center.agent(a))));
    }
  }

  long nowMs() {
    return (long) nowMs;
  }

  int waiting() {
    return waiting.size();
  }

  boolean full() {
    return next.isEmpty() && (center.waiting() == 0 ? busy() >= center.agents() / 2 : waiting.size() >= center.waiting());
  }

  private int busy() {
    return talking.size() + offers.size();
  }

  /** A tick comes when it is due, as a timer would bring it, and not with the next event. */
  Event next(long dueMs) {
    if (!next.isEmpty()) {
      return next.poll();
    }
    if (dueMs <= eventMs) {
      nowMs = Math.max(nowMs, dueMs);
      return new Event.Tick();
    }
    nowMs = eventMs;
    eventMs += stepMs;
    int roll = dice.nextInt(100);
    if (roll < 4 && !resting.isEmpty()) {
      return new Event.Asked(new AgentRequest.Ready(resting.poll()));
    }
    if (roll < 5) {
      return new Event.Asked(new AgentRequest.NotReady(center.agent(dice.nextInt(center.agents())), "break"));
    }
    if (roll < 6) {
      return new Event.Heard(new LineEvent.PhoneReachable("phone" + dice.nextInt(center.agents()), true));
    }
    if (roll < 9 && waiting.size() > 0) {
      return new Event.Heard(new LineEvent.CallerGone(waiting.any(dice), Party.CALLER));
    }
    if (dialled.size() > center.agents() / 40 + 1) {
      return new Event.Heard(new LineEvent.OfferRinging(dialled.poll()));
    }
    if (ringing.size() > center.agents() / 40 + 1) {
      return outcome(ringing.poll());
    }
    return full() && talking.size() > 0 ? talkEnds() : arrival();
  }

  /** A call of its own language asks for it in a third of all cases, one in five has priority. */
  Event arrival() {
    Map<String, Integer> skills = dice.nextInt(3) == 0 ? Map.of(Center.language(dice), 1 + dice.nextInt(5)) : Map.of();
    return new Event.Arrived(new CallSignal.Enqueue(
        new CallId("1795341600." + calls++), center.queue(dice.nextInt(center.queues())), dice.nextInt(5) == 0 ? 1 + dice.nextInt(5) : 0,
            skills,
        "+493012345678", "Caller"));
  }

  private Event outcome(OfferId offer) {
    int roll = dice.nextInt(100);
    if (roll < 92) {
      return new Event.Heard(new LineEvent.Connected(offer));
    }
    if (roll < 95) {
      return new Event.Heard(new LineEvent.OfferFailed(offer, OfferEnding.UNANSWERED));
    }
    if (roll < 98) {
      return new Event.Heard(new LineEvent.OfferFailed(offer, roll < 97 ? OfferEnding.BUSY : OfferEnding.UNREACHABLE));
    }
    next.add(new Event.Heard(new LineEvent.OfferFailed(offer, OfferEnding.CALLER_GONE)));
    return new Event.Heard(new LineEvent.CallerGone(offer.call(), Party.CALLER));
  }

  private Event talkEnds() {
    CallId call = talking.any(dice);
    Party by = dice.nextBoolean() ? Party.CALLER : Party.AGENT;
    next.add(new Event.Heard(new LineEvent.CallerGone(call, by)));
    return new Event.Heard(new LineEvent.TalkEnded(Objects.requireNonNull(offers.get(call), "a talk has an offer"), by));
  }

  void decided(Decided decided) {
    if (decided.bug() != null) {
      throw decided.bug();
    }
    List<Fact> facts = decided.facts();
    for (int i = 0; i < facts.size(); i++) {
      switch (facts.get(i)) {
        case Fact.QueueEntered f -> waiting.add(f.call());
        case Fact.OfferMade f -> {
          waiting.remove(f.call());
          offers.put(f.call(), f.offer());
          dialled.add(f.offer());
        }
        case Fact.OfferRang f -> ringing.add(f.offer());
        case Fact.OfferEnded f -> {
          offers.remove(f.call());
          waiting.add(f.call());
        }
        case Fact.Connected f -> talking.add(f.call());
        case Fact.TalkEnded f -> {
          talking.remove(f.call());
          offers.remove(f.call());
        }
        case Fact.QueueLeft f -> waiting.remove(f.call());
        case Fact.AgentStateChanged f -> {
          if (f.to() == AgentState.NOT_READY && !f.reason().equals("signed_in")) {
            resting.add(f.agent());
          }
        }
        default -> {}
      }
    }
  }
}
