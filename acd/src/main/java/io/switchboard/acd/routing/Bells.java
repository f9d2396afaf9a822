package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Alarm;
import io.switchboard.acd.floor.Breaks;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.floor.Callback;
import io.switchboard.acd.floor.Comforts;
import io.switchboard.acd.floor.Expected;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Lane;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.OverflowWatch;
import io.switchboard.acd.floor.Patience;
import io.switchboard.acd.floor.Visit;
import io.switchboard.core.agent.AgentState;

/** What is due by time alone. */
final class Bells {
  /** At most so many in one decision; what is still due comes with the next tick, so that nobody waits long behind a burst. */
  private static final int AT_ONCE = 16;
  /** An announcement that is later than this is let out. */
  private static final long STALE_MS = 5_000;

  private Bells() {}

  static void tick(Turn turn) {
    for (int i = 0; i < AT_ONCE; i++) {
      Alarm alarm = turn.floor.alarms().poll(turn.nowMs);
      if (alarm == null) {
        return;
      }
      switch (alarm.owner()) {
        case Agent agent -> agent(turn, agent);
        case Handset handset -> phoneBack(turn, handset);
        case Lane lane -> relax(turn, lane);
        case CallQueue queue -> announce(turn, queue);
        case Patience patience -> Callers.patienceOver(turn, patience);
        case Breaks breaks -> BreakTime.due(turn, breaks);
        case OverflowWatch overflow -> Callers.overflow(turn, overflow);
        case Callback callback -> CallingBack.due(turn, callback);
        case Comforts comforts -> Announcements.comfort(turn, comforts);
        case Expected expected -> Callers.expectedNoMore(turn, expected.agent(), false);
      }
    }
  }

  /** While the line is down nobody can say whether a phone still rings; its return sets the alarm again. */
  private static void agent(Turn turn, Agent agent) {
    Offer offer = agent.offer();
    if (agent.state() == AgentState.WRAP_UP) {
      Coding.timeOver(turn, agent);
    } else if (agent.state().inTalk()) {
      Pages.overdue(turn, agent);
    } else if (agent.state() == AgentState.NOT_READY) {
      Limits.passed(turn, agent);
    } else if (agent.state().offered() && offer != null && turn.floor.line().up()) {
      Offers.timedOut(turn, offer);
    }
  }

  /** It can be reached again, or is given another try. */
  static void phoneBack(Turn turn, Handset handset) {
    if (!handset.reachable()) {
      NoAnswer.tell(turn, handset, true);
    }
    turn.floor.staff().reachable(handset, true, 0);
    for (int i = 0; i < handset.agents().size(); i++) {
      Matching.agentFree(turn, handset.agents().get(i), Trigger.PHONE_BACK);
    }
  }

  private static void relax(Turn turn, Lane lane) {
    Visit released = turn.floor.queues().release(lane, turn.nowMs);
    if (released != null) {
      Matching.callFree(turn, released, Trigger.RESERVE_RELEASED);
    }
    Visit relaxed = turn.floor.queues().relax(lane, turn.nowMs);
    if (relaxed != null) {
      Matching.callFree(turn, relaxed, Trigger.SKILLS_RELAXED);
    }
  }

  private static void announce(Turn turn, CallQueue queue) {
    Visit due = turn.floor.queues().nextAnnouncement(queue, turn.nowMs, STALE_MS);
    if (due != null) {
      Announcements.tell(turn, due);
    }
  }
}
