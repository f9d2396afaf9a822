package io.switchboard.acd.routing;

import io.switchboard.acd.estimate.Outlook;
import io.switchboard.acd.estimate.Promise;
import io.switchboard.acd.estimate.SpokenWait;
import io.switchboard.acd.floor.Comforts;
import io.switchboard.acd.floor.Outlooks;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.acd.queue.WaitPrompts;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.CallSignal.Said;
import io.switchboard.core.why.LongerWait;
import io.switchboard.core.why.WaitCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a caller hears while he waits: his position; once, why he waits; then how long, and before that why longer, if it is. */
final class Announcements {
  /** A message that is later than this is let out. */
  private static final long STALE_MS = 5_000;

  private Announcements() {}

  /** Tells him, unless a phone rings for him. */
  static void tell(Turn turn, Visit visit) {
    if (!hears(turn, visit)) {
      return;
    }
    int position = turn.floor.queues().position(visit);
    List<Said> said = new ArrayList<>();
    said.add(WaitPrompts.position(position));
    QueueSettings queue = visit.queue().settings();
    if (queue != null && queue.waiting().expectedWait()) {
      Outlooks outlooks = new Outlooks(turn.floor, visit, turn.nowMs);
      WaitCause cause = outlooks.cause();
      if (visit.tellCause()) {
        said.add(WaitPrompts.why(cause));
      }
      outlooks.outlook().flatMap(seen -> Promise.next(visit.told(), seen, turn.nowMs)).ifPresent(promise -> {
        turn.fact(fact(visit, position, cause, promise));
        LongerWait because = promise.because();
        if (because != null) {
          said.add(WaitPrompts.longer(because));
        }
        said.add(WaitPrompts.wait(promise.spoken()));
      });
    }
    turn.send(new CallSignal.Announcement(visit.call(), said));
  }

  /** The mean of what is expected of his wait from now on; empty where too little is known. */
  static OptionalDouble expectedMs(Turn turn, Visit visit) {
    Optional<Outlook> outlook = new Outlooks(turn.floor, visit, turn.nowMs).outlook();
    return outlook.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(outlook.get().forecast().meanMs());
  }

  /** What the queue has to say to everybody now. */
  static void message(Turn turn, Visit visit) {
    QueueSettings queue = visit.queue().settings();
    if (queue != null && !queue.waiting().message().isEmpty() && !visit.absent() && hears(turn, visit)) {
      turn.send(new CallSignal.Announcement(visit.call(), queue.waiting().message(), Map.of()));
    }
  }

  /** The queue's next comfort message, to whoever is due. */
  static void comfort(Turn turn, Comforts comforts) {
    Comforts.Due due = comforts.poll(turn.nowMs, STALE_MS);
    QueueSettings queue = due == null ? null : due.visit().queue().settings();
    if (due != null && queue != null && !queue.waiting().comfort().prompts().isEmpty() && hears(turn, due.visit())) {
      List<String> prompts = queue.waiting().comfort().prompts();
      String prompt = prompts.get(due.number() % prompts.size());
      turn.send(new CallSignal.Announcement(due.visit().call(), prompt, Map.of()));
    }
  }

  private static boolean hears(Turn turn, Visit visit) {
    return visit.state() == VisitState.WAITING && turn.floor.line().up();
  }

  private static Fact.WaitTold fact(Visit visit, int position, WaitCause cause, Promise promise) {
    Outlook from = promise.outlook();
    SpokenWait spoken = promise.spoken();
    return new Fact.WaitTold(
        promise.atMs(), visit.entered().tenant(), visit.call(), visit.queue().id(), position, spoken.fromMin(), spoken.toMin(),
        spoken.lowMs(), spoken.highMs(), Math.round(from.forecast().meanMs()), promise.byMs(), cause, promise.because(), from.ahead(),
        from.later(), from.able(), from.agents(), Math.round(from.handlingMs()));
  }
}
