package io.switchboard.acd.floor;

import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.journal.Fact;
/** What wakes an agent: the end of what he does now, and his next break. */
final class AgentAlarms {
  private final Alarms alarms;

  AgentAlarms(Alarms alarms) {
    this.alarms = alarms;
  }

  /**
   * @param ringGraceMs beyond an offer's ring time: the safety net under the line's own
   * @param nowMs the floor's clock
   */
  void set(Agent agent, long ringGraceMs, long nowMs) {
    set(agent.alarm, dueMs(agent, ringGraceMs));
    set(agent.breaks.alarm, agent.breaks.alarmMs(nowMs));
  }

  private void set(Alarm alarm, long dueMs) {
    if (dueMs == Alarms.NEVER) {
      alarms.clear(alarm);
    } else {
      alarms.set(alarm, dueMs);
    }
  }

  private static long dueMs(Agent agent, long ringGraceMs) {
    Offer offer = agent.offer;
    Fact.Terms terms = agent.terms();
    return switch (agent.state()) {
      case RESERVED, RINGING -> offer == null ? Alarms.NEVER : offer.ringsSinceMs() + offer.ringMs() + ringGraceMs;
      case WRAP_UP -> terms.untilMs() == Fact.Terms.ENDLESS ? Alarms.NEVER : terms.untilMs() == 0 ? wrapUpEndMs(agent) : terms.untilMs();
      case NOT_READY -> terms.untilMs() == 0 || terms.overLimit() ? Alarms.NEVER : terms.untilMs();
      case TALKING, HELD -> agent.handset == null || agent.handset.pageGoneMs == 0 ? Alarms.NEVER : agent.handset.pageGoneMs + Floor.PAGE_BACK_MS;
      case SIGNED_OUT, READY -> Alarms.NEVER;
    };
  }

  /** Of a wrap-up that an older version began, which did not say when it ends. */
  private static long wrapUpEndMs(Agent agent) {
    Offer offer = agent.offer;
    QueueSettings queue = offer == null ? null : offer.visit().queue().settings();
    long begunMs = offer == null ? agent.changedMs() : offer.talkEndedMs();
    return begunMs + (queue == null ? 0 : Math.max(0, queue.work().wrapUp().ms()));
  }
}
