package io.switchboard.acd.floor;

import io.switchboard.acd.estimate.Forecast;
import io.switchboard.acd.estimate.Outlook;
import io.switchboard.acd.estimate.Pace;
import io.switchboard.acd.estimate.WaitForecast;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.core.why.WaitCause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One waiting call's forecast by the floor as it is: who is ahead of it, who works for it.
 *
 * <p>Calls of one queue that ask for the same are one kind. The call competes with its own kind; an agent who also works for other kinds counts by
 * his share: the work that waits ahead of the call in its own kind, for each agent who may do it, over that of all kinds that he may
 * take. Where all agents take everything, that is the same as counting all callers ahead and all agents whole. A call whose skills relax later
 * is forecast for each step, as if it waited until then and went on among those who then ask for the same; the soonest counts.
 *
 * <p>Looks at each agent and each lane in use, for announcements only; a lane longer than {@value #COUNTED} is not walked but estimated by the queue's
 * roll.
 */
public final class Outlooks {
  static final int COUNTED = 256;

  /** Waiting calls ahead of the one in question, of one kind. */
  private static final class Kind {
    final CallQueue queue;
    final Requirement asked;
    double ahead;
    double later;
    double perAgentMs;

    Kind(CallQueue queue, Requirement asked) {
      this.queue = queue;
      this.asked = asked;
    }
  }

  private final Floor floor;
  private final Visit visit;
  private final Crew crew;
  private final Pace pace;
  private final long nowMs;
  private final List<Kind> kinds = new ArrayList<>();

  /** Of a call that waits, now. */
  public Outlooks(Floor floor, Visit visit, long nowMs) {
    this.floor = floor;
    this.visit = visit;
    this.crew = new Crew(floor.staff());
    this.nowMs = nowMs;
    this.pace = floor.observed().pace(visit.queue().id(), nowMs);
  }

  /** Empty: it waits for one agent alone, the pace is too thin, or nobody who may take it is at work. */
  public Optional<Outlook> outlook() {
    Lane lane = visit.lane;
    return lane == null || visit.ladder == null || pace.thin() ? Optional.empty() : soonest(visit.ladder, lane);
  }

  /** Why it waits. */
  public WaitCause cause() {
    Lane lane = visit.lane;
    if (lane == null) {
      return visit.expected == null ? WaitCause.ALL_BUSY : WaitCause.PREFERRED_AGENT;
    }
    int able = crew.able(visit.queue(), lane.requirement());
    if (able == 0) {
      return WaitCause.NOBODY_AT_WORK;
    }
    return able * 2 < crew.of(visit.queue()) ? WaitCause.FEW_SPECIALISTS : WaitCause.ALL_BUSY;
  }

  private Optional<Outlook> soonest(Ladder ladder, Lane lane) {
    kinds();
    Optional<Outlook> soonest = Optional.empty();
    Set<Requirement> own = new HashSet<>();
    long untilMs = 0;
    for (int step = lane.step(); step < ladder.steps(); step++) {
      Rung rung = ladder.rung(step);
      own.add(rung.requirement());
      Optional<Outlook> then = outlook(rung.requirement(), own, untilMs);
      soonest = soonest.isPresent() && then.isPresent() ? Optional.of(sooner(soonest.get(), then.get())) : soonest.or(() -> then);
      untilMs = rung.relaxAfterMs() == Alarms.NEVER ? 0 : Math.max(0, visit.sinceMs() + rung.relaxAfterMs() - nowMs);
    }
    return soonest;
  }

  private static Outlook sooner(Outlook one, Outlook other) {
    Outlook basis = other.forecast().meanMs() < one.forecast().meanMs() ? other : one;
    Forecast both = one.forecast().orSooner(other.forecast());
    return new Outlook(basis.ahead(), basis.later(), basis.able(), basis.agents(), basis.handlingMs(), both);
  }

  private Optional<Outlook> outlook(Requirement asked, Set<Requirement> own, long laterMs) {
    Kind mine = new Kind(visit.queue(), asked);
    for (Kind kind : kinds) {
      if (kind.queue == visit.queue() && own.contains(kind.asked)) {
        mine.ahead += kind.ahead;
        mine.later += kind.later;
      }
    }
    int able = crew.able(visit.queue(), asked);
    int kept = kept(able);
    if (able <= kept) {
      return Optional.empty();
    }
    mine.perAgentMs = (mine.ahead + 1) * pace.handlingMs() / able;
    double agents = shares(mine, own) * (able - kept) / able;
    int ahead = (int) Math.round(mine.ahead);
    return WaitForecast.of(ahead, agents, pace).map(forecast -> new Outlook(
        ahead, (int) Math.round(mine.later), able, agents, Math.round(pace.handlingMs()), forecast.after(laterMs)));
  }

  /** Agents whom the queue keeps for calls with more points. */
  private int kept(int able) {
    Reserve reserve = visit.queue().reserve();
    return reserve.isNotFor(visit.points, nowMs - visit.sinceMs(), floor.settings().pointWorthMs())
        ? Math.min(able, reserve.agents()) : 0;
  }

  private double shares(Kind mine, Set<Requirement> own) {
    double agents = 0;
    for (Map.Entry<Pool, Integer> each : crew.working().entrySet()) {
      Pool pool = each.getKey();
      if (pool.serves(mine.queue) && pool.enoughFor(mine.asked)) {
        double all = mine.perAgentMs;
        for (Kind other : kinds) {
          boolean competes = other.queue != mine.queue || !own.contains(other.asked);
          all += competes && pool.serves(other.queue) && pool.enoughFor(other.asked) ? other.perAgentMs : 0;
        }
        agents += each.getValue() * mine.perAgentMs / all;
      }
    }
    return agents;
  }

  /** Everybody ahead of this call, by kind. */
  private void kinds() {
    for (CallQueue queue : floor.queues().all()) {
      Map<Requirement, Kind> here = new HashMap<>();
      for (int i = 0; i < queue.lanesInUse(); i++) {
        Lane lane = queue.laneInUse(i);
        count(lane, queue, here.computeIfAbsent(lane.requirement(), asked -> new Kind(queue, asked)));
      }
      here.values().stream().filter(kind -> kind.ahead > 0).forEach(kind -> {
        Pace theirs = floor.observed().pace(queue.id(), nowMs);
        double handlingMs = theirs.thin() ? pace.handlingMs() : theirs.handlingMs();
        int able = crew.able(queue, kind.asked);
        kind.perAgentMs = able == 0 ? 0 : kind.ahead * handlingMs / able;
        kinds.add(kind);
      });
    }
  }

  private void count(Lane lane, CallQueue queue, Kind kind) {
    if (lane.size() > COUNTED) {
      double share = (double) lane.size() / Math.max(1, queue.roll(lane.points()).size());
      long goalMs = queue.settings == null ? 0 : queue.settings.order().answerWithinMs();
      long beforeMs = visit.placeMs() - goalMs + lane.points() * floor.settings().pointWorthMs();
      int ahead = queue.roll(lane.points()).sinceBefore(beforeMs);
      kind.ahead += share * ahead;
      kind.later += share * Math.max(0, ahead - queue.roll(lane.points()).sinceBefore(visit.sinceMs()));
      return;
    }
    for (@Nullable Visit each = lane.first(); each != null && each.precedes(visit); each = each.next()) {
      kind.ahead++;
      kind.later += each.number() > visit.number() ? 1 : 0;
    }
  }
}
