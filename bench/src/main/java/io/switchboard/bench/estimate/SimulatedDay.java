package io.switchboard.bench.estimate;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.estimate.Forecast;
import io.switchboard.acd.estimate.Outlook;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Outlooks;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.Comfort;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.acd.routing.Acd;
import io.switchboard.acd.routing.Decided;
import io.switchboard.acd.routing.Effect;
import io.switchboard.acd.routing.Event;
import io.switchboard.bench.erlang.FirstComeFirstServed;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The kernel under the callers of a {@link Scenario}: phones that answer at once, no wrap-up. It alone decides, announces and forecasts; what
 * a caller is told is compared with his virtual wait, whether he hangs up before its end or not. What he hears must not rise without a
 * reason, or this fails.
 */
final class SimulatedDay {
  private static final long START_MS = 1_795_341_600_000L;

  private enum Kind { ARRIVES, PATIENCE_OVER, TALK_OVER }

  private record Happening(double atMs, Kind kind, Caller caller) {}

  private static final class Caller {
    final int number;
    final int queue;
    final CallId call;
    final double arrivedMs;
    final double handlingMs;
    final double patienceMs;
    final double virtualMs;
    @Nullable OfferId answered;
    Fact.@Nullable WaitTold told;
    /** What waits for the end of his wait to be judged. */
    final List<DoubleConsumer> unjudged = new ArrayList<>(4);

    Caller(int number, int queue, double arrivedMs, double handlingMs, double patienceMs, double virtualMs) {
      this.number = number;
      this.queue = queue;
      this.call = new CallId("1795341600." + number);
      this.arrivedMs = arrivedMs;
      this.handlingMs = handlingMs;
      this.patienceMs = patienceMs;
      this.virtualMs = virtualMs;
    }
  }

  private final Scenario scenario;
  private final Acd acd;
  private final FloorSettings settings;
  /** Null: more than one queue, for which no recursion knows the virtual wait; what was told is judged when he is answered. */
  private final @Nullable FirstComeFirstServed inOrder;
  private final Accuracy accuracy = new Accuracy();
  private final SplittableRandom arrivals;
  private final SplittableRandom handlings;
  private final SplittableRandom patiences;
  private final SplittableRandom choices;
  private final PriorityQueue<Happening> happenings = new PriorityQueue<>(Comparator.comparingDouble(Happening::atMs));
  private final Map<CallId, Caller> callers = new HashMap<>();
  private final LinkedHashMap<CallId, Caller> waiting = new LinkedHashMap<>();
  private final Deque<OfferId> ringing = new ArrayDeque<>();
  private double nowMs;
  private int came;
  private final double[] lastAnsweredWaitMs;

  private SimulatedDay(Scenario scenario, long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    this.scenario = scenario;
    this.settings = settings(scenario);
    this.acd = new Acd(settings);
    this.inOrder = scenario.queues() == 1 ? new FirstComeFirstServed(scenario.agents()) : null;
    this.lastAnsweredWaitMs = new double[scenario.queues()];
    this.arrivals = dice.split();
    this.handlings = dice.split();
    this.patiences = dice.split();
    this.choices = dice.split();
  }

  static Accuracy run(Scenario scenario, long seed) {
    SimulatedDay day = new SimulatedDay(scenario, seed);
    day.run();
    return day.accuracy;
  }

  private static FloorSettings settings(Scenario scenario) {
    Waiting waiting = new Waiting(scenario.everyMs(), true, "default", true, Comfort.NONE);
    List<AgentSettings> people = new ArrayList<>();
    for (Scenario.Team team : scenario.teams()) {
      Set<QueueId> queues = team.queues().stream().map(SimulatedDay::queue).collect(Collectors.toSet());
      for (int i = 0; i < team.agents(); i++) {
        int a = people.size();
        people.add(new AgentSettings(agent(a), "Agent " + a, new Phone.Endpoint("phone" + a), Map.of(), queues, 1, 1));
      }
    }
    return FloorSettings.of(
        IntStream.range(0, scenario.queues()).mapToObj(q -> QueueSettings.of(queue(q)).withWaiting(waiting)).toList(), people);
  }

  private static QueueId queue(int number) {
    return QueueId.of("bench", "queue" + number);
  }

  private static AgentId agent(int number) {
    return AgentId.of("bench", "a" + number);
  }

  private void run() {
    tell(new Event.Configured(settings));
    tell(new Event.Heard(new LineEvent.Restored(List.of(), List.of(), Set.of())));
    for (int a = 0; a < scenario.agents(); a++) {
      tell(new Event.Asked(new AgentRequest.SignIn(agent(a))));
      tell(new Event.Asked(new AgentRequest.Ready(agent(a))));
    }
    expectNext();
    for (Happening next = happenings.poll(); next != null; next = happenings.poll()) {
      while (acd.nextDueMs() <= START_MS + (long) next.atMs()) {
        nowMs = Math.max(nowMs, acd.nextDueMs() - START_MS);
        tell(new Event.Tick());
      }
      nowMs = next.atMs();
      happens(next.kind(), next.caller());
    }
  }

  private void happens(Kind kind, Caller caller) {
    switch (kind) {
      case ARRIVES -> arrives(caller);
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

  private void arrives(Caller caller) {
    callers.put(caller.call, caller);
    List<Caller> before = waiting.values().stream().filter(each -> each.queue == caller.queue).toList();
    double ql = (before.size() + 1) * scenario.handlingMs() / scenario.agents(caller.queue);
    double les = lastAnsweredWaitMs[caller.queue];
    double hol = before.isEmpty() ? les : nowMs - before.getFirst().arrivedMs;
    waiting.put(caller.call, caller);
    tell(new Event.Arrived(new CallSignal.Enqueue(caller.call, queue(caller.queue), 0, Map.of(), "+493012345678", "Caller")));
    if (caller.answered == null) {
      if (caller.number >= scenario.warmUp()) {
        double askedMs = nowMs;
        outlook(caller).ifPresent(outlook -> judge(caller, endMs -> accuracy.entered(
            new double[] {outlook.forecast().meanMs(), ql, les, hol}, endMs - askedMs)));
      }
      if (caller.patienceMs != Double.POSITIVE_INFINITY) {
        happenings.add(new Happening(nowMs + caller.patienceMs, Kind.PATIENCE_OVER, caller));
      }
    }
    expectNext();
  }

  /** Arrivals at random, at the load of the moment: of candidates at the highest load each is taken by its chance. */
  private void expectNext() {
    if (came == scenario.calls()) {
      return;
    }
    double highest = scenario.most() * scenario.agents() / scenario.handlingMs();
    double atMs = nowMs;
    do {
      atMs -= Math.log1p(-arrivals.nextDouble()) / highest;
    } while (arrivals.nextDouble() * scenario.most() > scenario.load().applyAsDouble(atMs));
    double handlingMs = scenario.handling().draw(handlings);
    double patienceMs = scenario.patience().draw(patiences);
    double virtualMs = Double.NaN;
    if (inOrder != null) {
      virtualMs = inOrder.freeAtMs(atMs);
      inOrder.answeredAtMs(atMs, handlingMs, patienceMs);
    }
    int queue = choices.nextInt(scenario.queues());
    happenings.add(new Happening(atMs, Kind.ARRIVES, new Caller(came++, queue, atMs, handlingMs, patienceMs, virtualMs)));
  }

  /** At once where the end of his wait is known, else when it comes. */
  private void judge(Caller caller, DoubleConsumer judging) {
    if (inOrder != null) {
      judging.accept(caller.virtualMs);
    } else {
      caller.unjudged.add(judging);
    }
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
    Map<CallId, Fact.WaitTold> told = new HashMap<>();
    for (Fact fact : decided.facts()) {
      switch (fact) {
        case Fact.OfferMade f -> ringing.add(f.offer());
        case Fact.Connected f -> connected(f);
        case Fact.QueueLeft f -> {
          waiting.remove(f.call());
          callers.remove(f.call());
        }
        case Fact.TalkEnded f -> callers.remove(f.call());
        case Fact.WaitTold f -> told.put(f.call(), f);
        default -> {}
      }
    }
    for (Effect effect : decided.effects()) {
      if (effect instanceof Effect.Send send && send.signal() instanceof CallSignal.Announcement announcement) {
        announced(caller(announcement.call()), told.get(announcement.call()));
      }
    }
  }

  private void connected(Fact.Connected fact) {
    Caller caller = caller(fact.call());
    caller.answered = fact.offer();
    waiting.remove(fact.call());
    lastAnsweredWaitMs[caller.queue] = nowMs - caller.arrivedMs;
    caller.unjudged.forEach(each -> each.accept(nowMs));
    if (inOrder != null && Math.abs(nowMs - caller.virtualMs) > 1) {
      throw new IllegalStateException(fact.call() + " was answered at " + nowMs + " ms and not at " + caller.virtualMs);
    }
    happenings.add(new Happening(nowMs + caller.handlingMs, Kind.TALK_OVER, caller));
  }

  private void announced(Caller caller, Fact.@Nullable WaitTold told) {
    if (caller.number < scenario.warmUp()) {
      return;
    }
    Optional<Forecast> computed = outlook(caller).map(Outlook::forecast);
    if (told != null) {
      held(caller, told);
    }
    if (told == null || computed.isEmpty()) {
      accuracy.silent();
      return;
    }
    double toldMs = nowMs;
    judge(caller, endMs -> {
      double waitMs = endMs - toldMs;
      accuracy.told(
          waitMs >= computed.get().lowMs() && waitMs <= computed.get().highMs(), waitMs >= told.lowMs() && waitMs <= told.highMs(),
          told.longer() != null, Math.abs(waitMs - (told.lowMs() + told.highMs()) / 2.0));
    });
  }

  /** What he hears never rises without a reason. */
  private static void held(Caller caller, Fact.WaitTold told) {
    Fact.WaitTold before = caller.told;
    caller.told = told;
    if (before != null && told.longer() == null
        && (told.toMin() > before.toMin() || told.fromMin() > before.fromMin() || told.byMs() > before.byMs())) {
      throw new IllegalStateException("a promise rose: " + told + " after " + before);
    }
  }

  private Optional<Outlook> outlook(Caller caller) {
    Visit visit = acd.floor().visit(caller.call);
    return visit == null ? Optional.empty() : new Outlooks(acd.floor(), visit, START_MS + (long) nowMs).outlook();
  }

  private Caller caller(CallId call) {
    Caller caller = callers.get(call);
    if (caller == null) {
      throw new IllegalStateException(call + " is over");
    }
    return caller;
  }
}
