package io.switchboard.desktop.desk;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.talk.Talk;
import io.switchboard.desktop.desk.DeskSettings.QueuePlan;
import io.switchboard.desktop.protocol.CallView.RecordingView;
import io.switchboard.desktop.protocol.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server would accept of an agent now, for his call. The page's buttons are made of this and of nothing else: a verb stands here if
 * and only if its endpoint would take it.
 */
final class Verbs {
  private Verbs() {}

  /** In the order of {@link Verb}. {@code talk}: the call's, or null. {@code dialled}: he placed it. */
  static List<Verb> of(AgentAtDesk agent, QueuePlan queue, @Nullable Talk talk, RecordingView recording, boolean dialled) {
    Set<Verb> can = EnumSet.noneOf(Verb.class);
    switch (agent.state()) {
      case RESERVED, RINGING -> can.add(dialled ? Verb.HANG_UP : Verb.DECLINE);
      case TALKING, HELD -> {
        can.addAll(inTalk(agent, talk));
        if (recording.canStart() || recording.canPause()) {
          can.add(Verb.RECORDING);
        }
      }
      case WRAP_UP -> {
        if (extendable(agent, queue)) {
          can.add(Verb.EXTEND_WRAP_UP);
        }
        can.add(Verb.WRAP_UP);
      }
      case READY, NOT_READY, SIGNED_OUT -> { }
    }
    return List.copyOf(can);
  }

  /** Who is consulted can but hang up: the rest is for the agent whose caller it is. */
  private static Set<Verb> inTalk(AgentAtDesk agent, @Nullable Talk talk) {
    if (talk == null || !talk.agent().equals(agent.id())) {
      return EnumSet.of(Verb.HANG_UP, Verb.KEYS, Verb.MUTE);
    }
    Set<Verb> can = switch (talk.state()) {
      case TALKING -> EnumSet.of(Verb.HANG_UP, Verb.HOLD, Verb.KEYS, Verb.TRANSFER, Verb.CONSULT);
      case HELD -> EnumSet.of(Verb.HANG_UP, Verb.RESUME, Verb.TRANSFER, Verb.CONSULT);
      case CALLING -> EnumSet.of(Verb.COMPLETE, Verb.CANCEL);
      case CONSULTING -> EnumSet.of(Verb.KEYS, Verb.SWAP, Verb.COMPLETE, Verb.CANCEL, Verb.CONFERENCE);
      case ALTERNATING -> EnumSet.of(Verb.HANG_UP, Verb.KEYS, Verb.SWAP, Verb.COMPLETE, Verb.CANCEL, Verb.CONFERENCE);
      case CONFERENCE -> EnumSet.of(Verb.HANG_UP, Verb.KEYS, Verb.COMPLETE, Verb.CANCEL);
      case OVER -> EnumSet.noneOf(Verb.class);
    };
    can.add(Verb.MUTE);
    can.add(Verb.WRAP_UP);
    return can;
  }

  /** Whether he may dial a number that is no emergency, as far as he and his phone go. */
  static boolean dial(AgentAtDesk agent) {
    return (agent.state() == AgentState.READY || agent.state() == AgentState.NOT_READY) && agent.reachable;
  }

  /** As {@code POST /api/me/extend-wrap-up} sees it. */
  static boolean extendable(AgentAtDesk agent, QueuePlan queue) {
    return agent.state() == AgentState.WRAP_UP && agent.terms().untilMs() > 0
        && agent.terms().extensions() < queue.extensions();
  }
}
