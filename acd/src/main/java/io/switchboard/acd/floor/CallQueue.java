package io.switchboard.acd.floor;

import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.CallOrder;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Overflow;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.id.QueueId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One queue as it is now: its lanes with somebody in them, its pools with somebody ready, its roll. */
public final class CallQueue implements Alarm.Owner {
  /** So many ladders are kept though empty; more of them (each flow may ask for skills of its own) go when their last call goes. */
  private static final int KEPT = 64;

  private static final Comparator<Agent> BY_IDLENESS = (a, b) -> a.precedes(b) ? -1 : b.precedes(a) ? 1 : 0;

  private record RungKey(int step, Requirement requirement) {}

  private final QueueId id;
  private final Alarms alarms;
  final Alarm announce = new Alarm(this);
  final Deque<Visit> announcements = new ArrayDeque<>();
  private final Map<Map<String, Integer>, Ladder> ladders = new HashMap<>();
  private final Map<RungKey, Rung> rungs = new HashMap<>();
  /** The lanes with somebody in them; beside each the place of its head, since every freed agent looks at all of these. */
  private Lane[] lanes = new Lane[8];
  private long[] places = new long[8];
  private int lanesInUse;
  final Patience patience;
  private List<OverflowWatch> overflows = List.of();
  final Comforts comforts;
  private final List<Pool.Seat> pools = new ArrayList<>();
  private final @Nullable Roll[] rolls = new Roll[CallOrder.MOST_POINTS + 1];
  @Nullable QueueSettings settings;
  int signedIn;
  boolean closure;
  int inQueue;
  int callbacksPending;
  long pointWorthMs;

  CallQueue(QueueId id, Alarms alarms) {
    this.id = id;
    this.alarms = alarms;
    this.patience = new Patience(alarms);
    this.comforts = new Comforts(alarms);
  }

  public QueueId id() {
    return id;
  }

  /** Null: not in the configuration (any more). */
  public @Nullable QueueSettings settings() {
    return settings;
  }

  /** How long it lets calls wait. */
  public Patience patience() {
    return patience;
  }

  /** One for each of its rules of overflow, in their order. */
  public List<OverflowWatch> overflows() {
    return overflows;
  }

  void overflows(List<Overflow> rules) {
    overflows.forEach(OverflowWatch::end);
    overflows = rules.stream().map(rule -> new OverflowWatch(this, rule, alarms)).toList();
  }

  /** How its customers are called back; null: they are not. */
  public Returns.@Nullable Callback callbacks() {
    return settings == null ? null : settings.returns().callback();
  }

  /** Customers who are to be called back. */
  public int callbacksPending() {
    return callbacksPending;
  }

  /** Calls that wait or ring, of callers on the line. */
  public int inQueue() {
    return inQueue;
  }

  /** Its agents who are signed in. */
  public int signedIn() {
    return signedIn;
  }

  /** Who of its agents gets this call now, by the queue's policy; null when nobody is ready who may, or all are kept for others. */
  public @Nullable Agent chosen(Visit visit, long nowMs) {
    Lane lane = lane(visit);
    if (heldBack(visit, lane, nowMs)) {
      return null;
    }
    AgentPolicy policy = policy();
    return policy == AgentPolicy.LONGEST_IDLE ? longestIdle(lane.requirement()) : leastMeasure(policy, visit, lane.requirement(), nowMs);
  }

  /**
   * Who is rung for this call besides the first, in the order of the queue's policy: none where one phone rings at a time. Those who are
   * kept for other calls are left alone.
   */
  public List<Agent> others(Visit visit, Agent first, long nowMs) {
    int atOnce = settings == null ? 1 : settings.choice().atOnce();
    if (atOnce == 1 || visit.expected != null || visit.absent()) {
      return List.of();
    }
    Lane lane = lane(visit);
    boolean leaves = reserve().isNotFor(visit.points, nowMs - visit.sinceMs(), pointWorthMs);
    int mayGo = ready(lane.requirement()) - (leaves ? reserve().agents() : 0);
    int more = Math.max(0, Math.min(atOnce, mayGo) - 1);
    return policy() == AgentPolicy.LONGEST_IDLE ? nextIdle(lane.requirement(), first, more) : leastMeasures(visit, lane, first, more, nowMs);
  }

  /** Each pool is in this order already: only as many are looked at as there are pools and are taken. */
  private List<Agent> nextIdle(Requirement asked, Agent first, int more) {
    PriorityQueue<Agent> heads = new PriorityQueue<>(BY_IDLENESS);
    for (Pool.Seat seat : pools) {
      Agent head = seat.pool.enoughFor(asked) ? seat.pool.longestIdle() : null;
      if (head != null) {
        heads.add(head);
      }
    }
    List<Agent> taken = new ArrayList<>();
    while (taken.size() < more && !heads.isEmpty()) {
      Agent head = heads.remove();
      Agent next = head.next();
      if (next != null) {
        heads.add(next);
      }
      if (head != first) {
        taken.add(head);
      }
    }
    return taken;
  }

  /** Looks at every ready agent who may take it, as {@link #leastMeasure} does. */
  private List<Agent> leastMeasures(Visit visit, Lane lane, Agent first, int more, long nowMs) {
    record Measured(Agent agent, long measure) {}
    return pools.stream().map(seat -> seat.pool).filter(pool -> pool.enoughFor(lane.requirement()))
        .flatMap(pool -> Stream.iterate(pool.longestIdle(), Objects::nonNull, Agent::next))
        .filter(agent -> agent != first)
        .map(agent -> new Measured(agent, Measure.of(policy(), agent, visit, nowMs)))
        .sorted(Comparator.comparingLong(Measured::measure).thenComparing(Measured::agent, BY_IDLENESS))
        .limit(more).map(Measured::agent).toList();
  }

  /** Its policy for choosing an agent. */
  public AgentPolicy policy() {
    return settings == null ? AgentPolicy.LONGEST_IDLE : settings.choice().policy();
  }

  /** Of its agents who are ready and have the skills that it requires, who has been idle for longest; null: nobody. */
  public @Nullable Agent longestIdleWithItsSkills() {
    Map<String, Integer> required = settings == null ? Map.of() : settings.skills();
    return pools.stream().map(seat -> seat.pool.longestIdle()).filter(Objects::nonNull)
        .filter(agent -> Skills.enough(agent.skills(), required)).min(BY_IDLENESS).orElse(null);
  }

  /** Of each pool the head is the longest idle. */
  private @Nullable Agent longestIdle(Requirement asked) {
    Agent best = null;
    for (int i = 0; i < pools.size(); i++) {
      Pool pool = pools.get(i).pool;
      Agent head = pool.longestIdle();
      if (head != null && (best == null || head.precedes(best)) && pool.enoughFor(asked)) {
        best = head;
      }
    }
    return best;
  }

  /** Looks at every ready agent who may take it. */
  private @Nullable Agent leastMeasure(AgentPolicy policy, Visit visit, Requirement asked, long nowMs) {
    Agent best = null;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < pools.size(); i++) {
      Pool pool = pools.get(i).pool;
      for (Agent each = pool.enoughFor(asked) ? pool.longestIdle() : null; each != null; each = each.next()) {
        long measure = Measure.of(policy, each, visit, nowMs);
        if (best == null || measure < least || (measure == least && each.precedes(best))) {
          best = each;
          least = measure;
        }
      }
    }
    return best;
  }

  /** So few agents are ready that they are kept for calls with more points. */
  private boolean heldBack(Visit visit, Lane lane, long nowMs) {
    Reserve reserve = reserve();
    return reserve.isNotFor(visit.points, nowMs - visit.sinceMs(), pointWorthMs) && ready(lane.requirement()) <= reserve.agents();
  }

  /** Whether agents may be ready while calls wait. */
  public boolean keepsAgents() {
    return reserve().agents() > 0;
  }

  /** Who of its agents is kept for whom. */
  Reserve reserve() {
    return settings == null ? Reserve.NONE : settings.choice().reserve();
  }

  /** How many agents may take this call now. */
  public int candidates(Visit visit) {
    return visit.expected != null ? 1 : ready(lane(visit).requirement());
  }

  /** How many of its agents are ready. */
  int ready() {
    int ready = 0;
    for (int i = 0; i < pools.size(); i++) {
      ready += pools.get(i).pool.readyAgents();
    }
    return ready;
  }

  private int ready(Requirement asked) {
    int candidates = 0;
    for (int i = 0; i < pools.size(); i++) {
      Pool pool = pools.get(i).pool;
      candidates += pool.enoughFor(asked) ? pool.readyAgents() : 0;
    }
    return candidates;
  }

  /** The better of {@code best} and the first call here that this pool may take. */
  @Nullable Visit firstCall(Pool pool, @Nullable Visit best, long nowMs) {
    Visit first = best;
    for (int i = 0; i < lanesInUse; i++) {
      if (first == null || places[i] <= first.placeMs()) {
        Visit head = lanes[i].first();
        if (head != null && (first == null || head.precedes(first)) && pool.enoughFor(lanes[i].requirement())
            && !heldBack(head, lanes[i], nowMs)) {
          first = head;
        }
      }
    }
    return first;
  }

  /** 1 for the first; counts those who ring too, since they come back to their place when nobody answers. */
  public int position(Visit visit, long pointWorthMs) {
    int before = 0;
    for (int points = 0; points < rolls.length; points++) {
      Roll roll = rolls[points];
      if (roll != null && roll.size() > 0) {
        before += points == visit.points
            ? roll.before(visit)
            : roll.sinceBefore(visit.sinceMs() - (visit.points - points) * pointWorthMs);
      }
    }
    return before + 1;
  }

  private static Lane lane(Visit visit) {
    Lane lane = visit.lane;
    if (lane == null) {
      throw new IllegalStateException(visit.call() + " does not wait");
    }
    return lane;
  }

  /** How many lanes have somebody in them: what a freed agent of this queue looks at. */
  public int lanesInUse() {
    return lanesInUse;
  }

  // --- what the floor does here

  Lane laneInUse(int i) {
    return lanes[i];
  }

  Ladder ladder(Map<String, Integer> skills, Function<Map<String, Integer>, Requirement> interned) {
    Ladder ladder = ladders.get(skills);
    if (ladder == null) {
      ladder = build(settings == null ? QueueSettings.of(id) : settings, skills, interned);
      ladders.put(skills, ladder);
    }
    return ladder;
  }

  private Ladder build(QueueSettings settings, Map<String, Integer> skills, Function<Map<String, Integer>, Requirement> interned) {
    List<Relaxation> relaxations = settings.relaxations();
    List<Rung> steps = new ArrayList<>();
    Map<String, Integer> asked = Skills.both(settings.skills(), skills);
    for (int step = 0; step <= relaxations.size(); step++) {
      asked = step == 0 ? asked : relaxations.get(step - 1).relax(asked);
      long afterMs = step < relaxations.size() ? relaxations.get(step).afterMs() : Alarms.NEVER;
      steps.add(rungs.computeIfAbsent(new RungKey(step, interned.apply(asked)), k -> new Rung(this, k.requirement(), k.step(), afterMs)));
    }
    return new Ladder(List.copyOf(steps));
  }

  void unused(Map<String, Integer> skills) {
    if (ladders.size() > KEPT) {
      ladders.remove(skills);
    }
  }

  Roll roll(int points) {
    Roll roll = rolls[points];
    if (roll == null) {
      roll = new Roll();
      rolls[points] = roll;
    }
    return roll;
  }

  /** Forgets what was built from settings that no longer hold. Its calls are put in again. */
  void rebuild() {
    while (lanesInUse > 0) {
      leave(lanes[0]);
    }
    ladders.clear();
    rungs.clear();
    pools.clear();
    Arrays.fill(rolls, null);
    announcements.clear();
    alarms.clear(announce);
    signedIn = 0;
    inQueue = 0;
    callbacksPending = 0;
  }

  /** Too early an alarm costs a look, so it is moved only when the head is due sooner. */
  void alarmFor(Lane lane) {
    long due = Math.min(lane.relaxDueMs(), lane.releaseDueMs(pointWorthMs));
    if (due != Alarms.NEVER && (!lane.relax.set() || due < alarms.dueMs(lane.relax))) {
      alarms.set(lane.relax, due);
    }
  }

  /** Another call is the first in this lane, or none is. */
  void headed(Lane lane, @Nullable Visit head) {
    if (head == null) {
      leave(lane);
      return;
    }
    if (lane.at < 0) {
      take(lane);
    }
    places[lane.at] = head.placeMs();
    alarmFor(lane);
  }

  private void take(Lane lane) {
    if (lanesInUse == lanes.length) {
      lanes = Arrays.copyOf(lanes, lanesInUse * 2);
      places = Arrays.copyOf(places, lanesInUse * 2);
    }
    lane.at = lanesInUse;
    lanes[lanesInUse++] = lane;
  }

  private void leave(Lane lane) {
    Lane moved = lanes[--lanesInUse];
    lanes[lane.at] = moved;
    places[lane.at] = places[lanesInUse];
    moved.at = lane.at;
    lane.at = -1;
    alarms.clear(lane.relax);
  }

  void take(Pool.Seat seat) {
    seat.at = pools.size();
    pools.add(seat);
  }

  void leave(Pool.Seat seat) {
    Pool.Seat moved = pools.removeLast();
    if (moved != seat) {
      pools.set(seat.at, moved);
      moved.at = seat.at;
    }
    seat.at = -1;
  }
}
