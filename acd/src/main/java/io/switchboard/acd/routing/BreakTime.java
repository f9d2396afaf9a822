package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Breaks;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.Reply;
import java.util.Locale;

/** Planned breaks: from the time of one on its agent is offered no further call, and as soon as he has none at hand it begins. */
final class BreakTime {
  private BreakTime() {}

  /** By the clock. Whoever has a call at hand is told what comes after it. */
  static void due(Turn turn, Breaks breaks) {
    Agent agent = breaks.agent();
    Fact.Break due = breaks.next();
    if (due == null || !breaks.due(turn.nowMs)) {
      return;
    }
    switch (agent.state()) {
      case SIGNED_OUT -> {}
      case NOT_READY -> {
        if (agent.reason().equals(due.reason())) { // he has taken it by himself
          behind(Becoming.same(turn, agent), agent, due, turn.nowMs).on(AgentTrigger.SET_NOT_READY);
        } else {
          begin(turn, agent, due, AgentTrigger.BREAK_BEGUN, "");
        }
      }
      case READY -> begin(turn, agent, due, AgentTrigger.BREAK_BEGUN, "");
      case RESERVED, RINGING, TALKING, HELD, WRAP_UP -> turn.tell(agent, Notice.BREAK_DUE, due.reason(), "");
    }
  }

  /** He has no call at hand any more: whether a break begins now, instead of his being ready. A little early only after a talk. */
  static boolean begins(Turn turn, Agent agent, AgentTrigger trigger) {
    Fact.Break due = agent.breaks().afterWork(turn.nowMs);
    if (due == null || trigger == AgentTrigger.OFFER_OVER_NOT_READY && due.dueMs() > turn.nowMs) {
      return false;
    }
    begin(turn, agent, due, trigger, "");
    return true;
  }

  private static void begin(Turn turn, Agent agent, Fact.Break due, AgentTrigger trigger, String by) {
    behind(Agents.rest(turn, agent, due.reason()).by(by).until(turn.nowMs + due.lengthMs()), agent, due, turn.nowMs).on(trigger);
    turn.tell(agent, Notice.BREAK_BEGUN, due.reason(), by);
  }

  /** This break, and whatever else was due by now, is behind him. */
  static Becoming behind(Becoming next, Agent agent, Fact.Break due, long nowMs) {
    boolean wasAsked = due.equals(agent.breaks().asked());
    Becoming after = next.breaksAfter(wasAsked ? nowMs : Math.max(nowMs, due.dueMs()));
    return wasAsked ? after.asked(null) : after;
  }

  /** Whoever asks for the reason of a break that is due, or may begin by now, takes it. */
  static boolean takes(Turn turn, Agent agent, String reason, String by) {
    Fact.Break due = agent.breaks().afterWork(turn.nowMs);
    if (due == null || !due.reason().equals(reason) || agent.state() == AgentState.NOT_READY && agent.reason().equals(reason)) {
      return false;
    }
    begin(turn, agent, due, AgentTrigger.SET_NOT_READY, by);
    return true;
  }

  static Reply plan(Turn turn, Agent agent, AgentRequest.PlanBreak request) {
    Fact.Break planned = request.lengthMs() == 0
        ? null
        : new Fact.Break(request.reason(), turn.nowMs + request.inMs(), request.lengthMs(), 0);
    Becoming.same(turn, agent).asked(planned).on(AgentTrigger.PLAN_BREAK);
    due(turn, agent.breaks());
    return new Reply.Accepted(agent.state().name().toLowerCase(Locale.ROOT));
  }
}
