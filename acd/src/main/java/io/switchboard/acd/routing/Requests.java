package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.signal.Reply;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What agents and supervisors ask for, each answered once. */
final class Requests {
  private static final String SIGNED_IN = "signed_in";
  /** Longer reasons are cut: they come from outside and are kept for ever. */
  private static final int REASON = 64;

  private Requests() {}

  static Reply ask(Turn turn, AgentRequest request) {
    Agent agent = turn.floor.staff().agent(request.agent());
    if (agent == null || agent.settings() == null) {
      return new Reply.Refused("unknown_agent", "There is no agent " + request.agent() + ". Add it to the configuration.");
    }
    if (!agent.signedIn() && (request instanceof AgentRequest.Ready || request instanceof AgentRequest.NotReady)) {
      return new Reply.Refused("not_signed_in", "Agent " + agent.id() + " is not signed in. Sign in first.");
    }
    switch (request) {
      case AgentRequest.SignIn r -> signIn(turn, agent);
      case AgentRequest.Ready r -> ready(turn, agent);
      case AgentRequest.NotReady r -> notReady(turn, agent, r.reason().substring(0, Math.min(REASON, r.reason().length())));
      case AgentRequest.SetSkills r -> {
        return setSkills(turn, agent, r);
      }
      case AgentRequest.SignOut r -> Agents.signOut(turn, agent);
    }
    return new Reply.Accepted(agent.state().name().toLowerCase(Locale.ROOT));
  }

  /** Whoever signs in while his sign-out is still to come stays, and is not ready after his call. */
  private static void signIn(Turn turn, Agent agent) {
    if (agent.state() == AgentState.SIGNED_OUT) {
      Agents.rest(turn, agent, AgentTrigger.SIGN_IN, SIGNED_IN, 0);
    } else if (agent.pending().equals(Agents.SIGN_OUT)) {
      Agents.note(turn, agent, AgentTrigger.SET_NOT_READY, Agents.NOT_READY + SIGNED_IN);
    }
  }

  private static void ready(Turn turn, Agent agent) {
    switch (agent.state()) {
      case SIGNED_OUT, READY -> {}
      case NOT_READY -> {
        Agents.ready(turn, agent);
        Matching.agentFree(turn, agent, Trigger.AGENT_FREE);
      }
      case RINGING, TALKING -> {
        if (!agent.pending().equals(Agents.READY)) {
          Agents.note(turn, agent, AgentTrigger.SET_READY, Agents.READY);
        }
      }
      case WRAP_UP -> {
        if (agent.offer() != null) {
          Offers.wrappedUp(turn, agent.offer(), "agent");
        }
        Agents.ready(turn, agent);
        Matching.agentFree(turn, agent, Trigger.AGENT_FREE);
      }
    }
  }

  private static void notReady(Turn turn, Agent agent, String reason) {
    switch (agent.state()) {
      case SIGNED_OUT -> {}
      case NOT_READY, READY -> {
        if (agent.state() == AgentState.READY || !agent.reason().equals(reason)) {
          Agents.rest(turn, agent, AgentTrigger.SET_NOT_READY, reason, 0);
        }
      }
      case RINGING, TALKING, WRAP_UP -> Agents.note(turn, agent, AgentTrigger.SET_NOT_READY, Agents.NOT_READY + reason);
    }
  }

  /** His calls are not touched; what waits and what he now may take is looked at once more. */
  private static Reply setSkills(Turn turn, Agent agent, AgentRequest.SetSkills request) {
    Map<String, Integer> skills = request.skills();
    if (skills != null) {
      for (Map.Entry<String, Integer> skill : skills.entrySet()) {
        if (!turn.floor.settings().knowsSkill(agent.id().tenant(), skill.getKey())) {
          return new Reply.Refused("unknown_skill", "There is no skill '" + skill.getKey() + "'. Add it to tenants.yaml first.");
        }
      }
      Skills.check(skills, 1);
    }
    if (!Objects.equals(skills, agent.skillsSet())) {
      turn.fact(new Fact.AgentSkillsSet(turn.nowMs, agent.id().tenant(), agent.id(), skills, request.by()));
      Matching.agentFree(turn, agent, Trigger.SETTINGS_CHANGED);
    }
    return new Reply.Accepted(agent.state().name().toLowerCase(Locale.ROOT));
  }

  static Reply close(Turn turn, ClosureRequest request) {
    QueueId queue = request.queue();
    if (!known(turn, request.tenant(), queue)) {
      return new Reply.Refused("unknown_queue", "There is no queue " + (queue == null ? "of " + request.tenant() : queue) + ".");
    }
    if (turn.floor.queues().closed(request.tenant(), queue) != request.closed()) {
      turn.fact(new Fact.ClosureSwitched(turn.nowMs, request.tenant(), queue, request.closed(), request.by()));
      Callers.leaveAll(turn, QueueExit.EMERGENCY, turn.floor.queues()::emergency);
    }
    return new Reply.Accepted(request.closed() ? "closed" : "open");
  }

  private static boolean known(Turn turn, TenantId tenant, @Nullable QueueId queue) {
    for (CallQueue each : turn.floor.queues().all()) {
      if (each.settings() != null && each.id().tenant().equals(tenant) && (queue == null || queue.equals(each.id()))) {
        return true;
      }
    }
    return false;
  }
}
