package io.switchboard.acd.replay;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.acd.routing.Acd;
import io.switchboard.acd.routing.Decided;
import io.switchboard.acd.routing.Effect;
import io.switchboard.acd.routing.Event;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lets a recorded period happen again in the kernel that routes live calls. The same record, rules, staffing and seed give the same facts.
 */
public final class Replay {
  /** Calls that wait on after the last fact of the record are followed for so long. */
  private static final long DRAIN_MS = 4 * 3_600_000L;

  /**
   * What the record could not say and was drawn from its like.
   *
   * @param handlings talks of calls that nobody answered in the record
   * @param hangUps of callers whose patience the record does not show
   * @param ringings offers that were not made like this in the record
   */
  public record Drawn(int handlings, int hangUps, int ringings) {}

  /**
   * What happened this time.
   *
   * @param facts those from before the period, then every fact of it, to be counted like those of the journal
   */
  public record Result(List<Fact> facts, Drawn drawn) {}

  private final Recorded recorded;
  private final Staffing staffing;
  private final FloorSettings settings;
  private final List<Staffing.Newcomer> newcomers;
  private final Behaviour behaviour;
  private final Acd acd;
  private final Agenda agenda = new Agenda();
  private final List<Fact> facts;
  private final Callers callers;
  private final People people;
  private long nowMs;

  private Replay(Recorded recorded, FloorSettings rules, Staffing staffing, long seed) {
    this.recorded = recorded;
    this.staffing = staffing;
    this.newcomers = staffing.newcomers(rules);
    this.settings = with(rules, newcomers);
    this.behaviour = new Behaviour(recorded, seed);
    this.acd = new Acd(settings);
    this.facts = new ArrayList<>(recorded.before);
    this.nowMs = recorded.fromMs;
    this.people = new People(this, recorded, behaviour);
    this.callers = new Callers(this, people, recorded, behaviour);
  }

  /**
   * @param rules of one tenant or more; a queue that is missing takes nobody
   * @param staffing who is there otherwise than in the record
   * @param seed of what the record cannot say
   * @throws IllegalStateException when the kernel breaks off a decision, which is a bug
   */
  public static Result run(Recorded recorded, FloorSettings rules, Staffing staffing, long seed) {
    Replay replay = new Replay(recorded, rules, staffing, seed);
    replay.begin();
    replay.goOn();
    return new Result(List.copyOf(replay.facts), replay.behaviour.drawn());
  }

  private static FloorSettings with(FloorSettings rules, List<Staffing.Newcomer> newcomers) {
    List<AgentSettings> agents = new ArrayList<>(rules.agents());
    newcomers.forEach(each -> agents.add(each.settings()));
    return new FloorSettings(
        rules.queues(), agents, rules.tenants(), rules.pointWorthMs(), rules.phoneRetryMs(), rules.ringGraceMs());
  }

  /** The floor as it was when the period began, as after a restart of the platform. */
  private void begin() {
    recorded.before.forEach(acd::restore);
    tell(new Event.Configured(settings));
    List<LineEvent.LiveCall> calls = new ArrayList<>();
    List<LineEvent.LiveOffer> offers = new ArrayList<>();
    for (Visit visit : acd.floor().visits()) {
      if (visit.state() != VisitState.LEFT) {
        calls.add(new LineEvent.LiveCall(new LineEvent.CallArrived(visit.call(), "", "", "", "")));
      }
      visit.offers().forEach(offer -> offers.add(new LineEvent.LiveOffer(offer.id(), !offer.unanswered())));
    }
    tell(new Event.Heard(new LineEvent.Restored(calls, offers, Set.of())));
    callers.resume();
    people.resume();
    recorded.wishes.forEach(wish -> agenda.at(wish.atMs(), () -> people.ask(wish, staffing)));
    staffing.away().forEach(people::leaves);
    newcomers.forEach(people::comes);
    callers.expect();
  }

  private void goOn() {
    long untilMs = recorded.lastMs + DRAIN_MS;
    while (true) {
      long dueMs = acd.nextDueMs();
      long nextMs = agenda.nextMs();
      long atMs = Math.min(dueMs, nextMs);
      if (atMs > untilMs || (nextMs == Agenda.NEVER && atMs > recorded.lastMs && acd.floor().visits().isEmpty())) {
        return;
      }
      nowMs = Math.max(nowMs, atMs);
      if (dueMs <= nextMs) {
        tell(new Event.Tick());
      } else {
        agenda.runNext();
      }
    }
  }

  /** The kernel decides; what follows from it in the world is put on the agenda. */
  void tell(Event event) {
    Decided decided = acd.decide(event, nowMs);
    if (decided.bug() != null) {
      throw new IllegalStateException(event + ": the decision broke off", decided.bug());
    }
    for (Fact fact : decided.facts()) {
      facts.add(fact);
      callers.follow(fact);
      people.follow(fact);
    }
    for (Effect effect : decided.effects()) {
      if (effect instanceof Effect.Ring ring) {
        people.rings(ring.ring());
      }
    }
  }

  /** What another stage would have written. */
  void write(Fact fact) {
    facts.add(fact);
  }

  Floor floor() {
    return acd.floor();
  }

  Agenda agenda() {
    return agenda;
  }

  long nowMs() {
    return nowMs;
  }
}
