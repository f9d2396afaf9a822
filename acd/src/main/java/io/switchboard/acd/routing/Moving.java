package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.WaitingRequest;
import io.switchboard.core.signal.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A supervisor moves a call that waits: its visit ends, and another begins with the wait that it has. */
final class Moving {
  private Moving() {}

  static Reply ask(Turn turn, WaitingRequest request) {
    Visit visit = turn.floor.visit(request.call());
    if (visit == null || !visit.inQueue() || visit.absent() || !visit.queue().id().tenant().equals(request.tenant())) {
      return new Reply.Refused("not_waiting", new Words(
          request.call() + " does not wait. GET /api/calls shows what waits.", request.call() + " 不在等待。等待中的通话见 GET /api/calls。"));
    }
    return switch (request) {
      case WaitingRequest.Move move -> move(turn, visit, move);
      case WaitingRequest.Prioritise prioritise -> {
        again(turn, visit, visit.entered().again(
            turn.nowMs, visit.queue().id(), visit.entered().preferred(), visit.sinceMs(), 0, Fact.QueueEntered.MOVED)
                .by(prioritise.by(), prioritise.points()));
        yield new Reply.Accepted("waiting");
      }
      case WaitingRequest.Give give -> give(turn, visit, give);
    };
  }

  private static Reply move(Turn turn, Visit visit, WaitingRequest.Move move) {
    CallQueue queue = turn.floor.queues().queue(move.to());
    if (queue == null || queue.settings() == null) {
      return new Reply.Refused("unknown_queue", Words.of(move.to().name()));
    }
    if (turn.floor.queues().emergency(queue)) {
      return new Reply.Refused("queue_closed", new Words(
          "An emergency closure of " + move.to().name() + " is in force. Switch it off first.",
          "队列 " + move.to().name() + " 已紧急关闭。请先解除。"));
    }
    again(turn, visit, visit.entered().again(turn.nowMs, queue.id(), null, visit.sinceMs(), 0, Fact.QueueEntered.MOVED)
        .by(move.by(), visit.entered().priority()));
    return new Reply.Accepted("waiting");
  }

  private static Reply give(Turn turn, Visit visit, WaitingRequest.Give give) {
    AgentId to = give.to();
    Agent agent = turn.floor.staff().agent(to);
    if (agent == null) {
      return new Reply.Refused("unknown_agent", Words.of(to.name()));
    }
    boolean ringsThere = visit.offers().stream().anyMatch(offer -> offer.agent() == agent);
    if (ringsThere) {
      return new Reply.Accepted("offered");
    }
    if (!agent.offerable()) {
      String state = agent.state().name().toLowerCase(Locale.ROOT);
      return new Reply.Refused("agent_not_ready", new Words(
          to.name() + " cannot take a call now (" + state + ").", to.name() + " 目前无法接听（" + state + "）。"));
    }
    QueueSettings settings = visit.queue().settings();
    long ringMs = settings == null ? QueueSettings.of(visit.queue().id()).ringMs() : settings.ringMs();
    again(turn, visit, visit.entered().again(turn.nowMs, visit.queue().id(), to, visit.sinceMs(), ringMs, Fact.QueueEntered.MOVED)
        .by(give.by(), visit.entered().priority()));
    return new Reply.Accepted("offered");
  }

  /** Whose phone rings for it rings no more. */
  private static void again(Turn turn, Visit visit, Fact.QueueEntered next) {
    Offers.over(turn, visit, OfferEnding.WITHDRAWN, () -> {
      turn.fact(new Fact.QueueLeft(
          turn.nowMs, visit.entered().tenant(), visit.call(), visit.queue().id(), QueueExit.MOVED, turn.nowMs - visit.enteredMs(), "", "",
          visit.entered().caller(), visit.sinceMs()));
      turn.fact(next);
      turn.send(new CallSignal.Waiting(next.call(), next.queue()));
      @Nullable Visit moved = turn.floor.visit(next.call());
      if (moved != null) {
        Matching.callFree(turn, moved, Trigger.CALL_ARRIVED);
      }
    });
  }
}
