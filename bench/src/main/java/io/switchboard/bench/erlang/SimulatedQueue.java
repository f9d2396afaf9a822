package io.switchboard.bench.erlang;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.acd.routing.Acd;
import io.switchboard.acd.routing.Decided;
import io.switchboard.acd.routing.Event;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The kernel under the callers of a {@link KnownQueue}, in simulated time: arrivals at random, exponential handling and patience, phones
 * that answer at once, no wrap-up.
 *
 * <p>What happens when is kept with its fraction of a millisecond, and waits are measured so; the kernel is told the whole milliseconds, in
 * the order in which things happen. It alone decides who is answered. Each caller must be answered at the very instant that
 * {@link FirstComeFirstServed} says, and the wait that the kernel writes down must agree.
 */
final class SimulatedQueue {
  private static final long START_MS = 1_795_341_600_000L;
  private static final QueueId QUEUE = QueueId.of("bench", "queue");

  private enum Kind { ARRIVES, PATIENCE_OVER, TALK_OVER }

  private record Happening(double atMs, Kind kind, Caller caller) {}

  private final KnownQueue queue;
  private final Batches batches;
  private final Acd acd;
  private final FirstComeFirstServed inOrder;
  private final SplittableRandom arrivals;
  private final SplittableRandom handlings;
  private final SplittableRandom patiences;
  private final PriorityQueue<Happening> ahead = new PriorityQueue<>(Comparator.comparingDouble(Happening::atMs));
  private final Map<CallId, Caller> callers = new HashMap<>();
  private final Deque<OfferId> ringing = new ArrayDeque<>();
  private double nowMs;
  private int told;

  private SimulatedQueue(KnownQueue queue, Batches batches, long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    this.queue = queue;
    this.batches = batches;
    this.acd = new Acd(settings(queue.agents()));
    this.inOrder = new FirstComeFirstServed(queue.agents());
    this.arrivals = dice.split();
    this.handlings = dice.split();
    this.patiences = dice.split();
  }

  /** Fills the batches; after their last caller no other comes, which none of them would notice. */
  static void run(KnownQueue queue, Batches batches, long seed) {
    new SimulatedQueue(queue, batches, seed).run();
  }

  private static FloorSettings settings(int agents) {
    QueueSettings settings = QueueSettings.of(QUEUE).withWaiting(new Waiting(0, false, "default"));
    List<AgentSettings> people = IntStream.range(0, agents)
        .mapToObj(a -> new AgentSettings(agent(a), "Agent " + a, new Phone.Endpoint("phone" + a), Map.of(), Set.of(QUEUE), 1, 1)).toList();
    return FloorSettings.of(List.of(settings), people);
  }

  private static AgentId agent(int number) {
    return AgentId.of("bench", "a" + number);
  }

  private void run() {
    tell(new Event.Heard(new LineEvent.Restored(List.of(), List.of(), Set.of())));
    for (int a = 0; a < queue.agents(); a++) {
      tell(new Event.Asked(new AgentRequest.SignIn(agent(a))));
      tell(new Event.Asked(new AgentRequest.Ready(agent(a))));
    }
    expectNext();
    for (Happening next = ahead.poll(); next != null; next = ahead.poll()) {
      nowMs = next.atMs();
      happens(next.kind(), next.caller());
    }
    if (!callers.isEmpty()) {
      throw new IllegalStateException(callers.size() + " callers were forgotten");
    }
  }

  private void happens(Kind kind, Caller caller) {
    while (acd.nextDueMs() <= START_MS + (long) nowMs) {
      tell(new Event.Tick());
    }
    switch (kind) {
      case ARRIVES -> {
        callers.put(caller.call, caller);
        tell(new Event.Arrived(new CallSignal.Enqueue(caller.call, QUEUE, 0, Map.of(), "+493012345678", "Caller")));
        if (queue.hangsUp() && caller.answered == null) {
          ahead.add(new Happening(nowMs + caller.patienceMs, Kind.PATIENCE_OVER, caller));
        }
        expectNext();
      }
      case PATIENCE_OVER -> {
        if (caller.answered == null) {
          tell(new Event.Heard(new LineEvent.CallerGone(caller.call, Party.CALLER)));
        }
      }
      case TALK_OVER -> {
        if (caller.answered == null) {
          throw new IllegalStateException(caller.call + " talked without an offer");
        }
        tell(new Event.Heard(new LineEvent.TalkEnded(caller.answered, Party.CALLER)));
        tell(new Event.Heard(new LineEvent.CallerGone(caller.call, Party.CALLER)));
      }
    }
  }

  private void expectNext() {
    if (told < batches.callers()) {
      double atMs = nowMs + exponential(arrivals, 1_000 / queue.callsPerS());
      double patienceMs = queue.hangsUp() ? exponential(patiences, queue.patienceS() * 1_000) : Double.POSITIVE_INFINITY;
      double handlingMs = exponential(handlings, queue.handlingS() * 1_000);
      Caller caller = new Caller(told++, atMs, handlingMs, patienceMs, inOrder.answeredAtMs(atMs, handlingMs, patienceMs));
      ahead.add(new Happening(atMs, Kind.ARRIVES, caller));
    }
  }

  private static double exponential(SplittableRandom dice, double mean) {
    return -mean * Math.log1p(-dice.nextDouble());
  }

  /** Decides, and lets every phone that is to ring be answered at the same instant. */
  private void tell(Event event) {
    decide(event);
    for (OfferId offer = ringing.poll(); offer != null; offer = ringing.poll()) {
      decide(new Event.Heard(new LineEvent.OfferRinging(offer)));
      decide(new Event.Heard(new LineEvent.Connected(offer)));
    }
  }

  private void decide(Event event) {
    Decided decided = acd.decide(event, START_MS + (long) nowMs);
    if (decided.bug() != null) {
      throw decided.bug();
    }
    for (Fact fact : decided.facts()) {
      switch (fact) {
        case Fact.OfferMade f -> ringing.add(f.offer());
        case Fact.Connected f -> {
          Caller caller = caller(f.call());
          caller.answered = f.offer();
          batches.answered(caller.number, waitS(caller, f.waitMs(), nowMs));
          ahead.add(new Happening(nowMs + caller.handlingMs, Kind.TALK_OVER, caller));
        }
        case Fact.QueueLeft f -> {
          Caller caller = caller(f.call());
          callers.remove(f.call());
          batches.hungUp(caller.number, waitS(caller, f.waitMs(), Double.POSITIVE_INFINITY));
        }
        case Fact.TalkEnded f -> callers.remove(f.call());
        case Fact.QueueRefused f -> throw new IllegalStateException(f.toString());
        case Fact.OfferEnded f -> throw new IllegalStateException(f.toString());
        default -> {}
      }
    }
  }

  private Caller caller(CallId call) {
    Caller caller = callers.get(call);
    if (caller == null) {
      throw new IllegalStateException(call + " is over");
    }
    return caller;
  }

  private double waitS(Caller caller, long toldMs, double answeredAtMs) {
    double waitMs = nowMs - caller.arrivedMs;
    if (answeredAtMs != caller.mustBeAnsweredAtMs) {
      throw new IllegalStateException(
          caller.call + " was answered at " + answeredAtMs + " ms and should have been at " + caller.mustBeAnsweredAtMs);
    }
    if (Math.abs(waitMs - toldMs) > 1) {
      throw new IllegalStateException(caller.call + " waited " + waitMs + " ms, and the kernel says " + toldMs);
    }
    return waitMs / 1_000;
  }
}
