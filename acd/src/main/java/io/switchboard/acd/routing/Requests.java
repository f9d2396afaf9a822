package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What agents and supervisors ask for, each answered once. */
final class Requests {
  /** Longer reasons are cut: they come from outside and are kept for ever. */
  private static final int REASON = 64;

  private Requests() {}

  static Reply ask(Turn turn, AgentRequest request) {
    Agent agent = turn.floor.staff().agent(request.agent());
    if (agent == null || agent.settings() == null) {
      return new Reply.Refused("unknown_agent", Words.of(request.agent().name()));
    }
    int before = turn.facts.size();
    Reply reply = answer(turn, agent, request);
    boolean changed = turn.facts.size() > before && !(request instanceof AgentRequest.SetSkills);
    if (changed && !request.by().isEmpty()) {
      turn.tell(agent, Notice.CHANGED, state(agent), request.by());
    }
    return reply;
  }

  private static Reply answer(Turn turn, Agent agent, AgentRequest request) {
    boolean atWorkOnly = switch (request) {
      case AgentRequest.SignIn r -> false;
      case AgentRequest.SignOut r -> false;
      case AgentRequest.SetSkills r -> false;
      case AgentRequest.Ready r -> true;
      case AgentRequest.NotReady r -> true;
      case AgentRequest.ExtendWrapUp r -> true;
      case AgentRequest.PlanBreak r -> true;
      case AgentRequest.WrapUp r -> true;
    };
    if (atWorkOnly && !agent.signedIn()) {
      return new Reply.Refused("not_signed_in", Words.of(agent.id().name()));
    }
    return switch (request) {
      case AgentRequest.SignIn r -> signIn(turn, agent, r.by());
      case AgentRequest.Ready r -> ready(turn, agent, r.by());
      case AgentRequest.NotReady r -> notReady(turn, agent, r.reason().substring(0, Math.min(REASON, r.reason().length())), r.by());
      case AgentRequest.ExtendWrapUp r -> extend(turn, agent);
      case AgentRequest.PlanBreak r -> planBreak(turn, agent, r);
      case AgentRequest.WrapUp r -> Coding.coded(turn, agent, r);
      case AgentRequest.SetSkills r -> setSkills(turn, agent, r);
      case AgentRequest.SignOut r -> {
        Agents.signOut(turn, agent, r.by());
        yield accepted(agent);
      }
    };
  }

  private static Reply accepted(Agent agent) {
    return new Reply.Accepted(state(agent));
  }

  private static String state(Agent agent) {
    return agent.state().name().toLowerCase(Locale.ROOT);
  }

  /** Whoever signs in while his sign-out is still to come stays, and is not ready after his call. */
  private static Reply signIn(Turn turn, Agent agent, String by) {
    if (agent.state() == AgentState.SIGNED_OUT) {
      Agents.signIn(turn, agent, NotReadyReason.SIGNED_IN, by);
    } else if (agent.pending().equals(Agents.SIGN_OUT)) {
      Agents.note(turn, agent, AgentTrigger.SET_NOT_READY, Agents.NOT_READY + NotReadyReason.SIGNED_IN, by);
    }
    return accepted(agent);
  }

  private static Reply ready(Turn turn, Agent agent, String by) {
    Reply owed = Coding.owed(agent, by);
    if (owed != null) {
      return owed;
    }
    switch (agent.state()) {
      case SIGNED_OUT, READY -> {}
      case NOT_READY -> Agents.ready(turn, agent, AgentTrigger.SET_READY, by);
      case RESERVED, RINGING, TALKING, HELD -> {
        if (!agent.pending().equals(Agents.READY)) {
          Agents.note(turn, agent, AgentTrigger.SET_READY, Agents.READY, by);
        }
      }
      case WRAP_UP -> {
        if (agent.offer() != null) {
          Offers.wrappedUp(turn, agent.offer(), "agent");
        }
        if (!BreakTime.begins(turn, agent, AgentTrigger.WORK_OVER_NOT_READY)) {
          Agents.ready(turn, agent, AgentTrigger.SET_READY, by);
        }
      }
    }
    return accepted(agent);
  }

  /** A wrap-up that nothing else ends is ended by this. */
  private static Reply notReady(Turn turn, Agent agent, String reason, String by) {
    Words known = Limits.instead(turn, agent, reason);
    if (known != null) {
      return unknownReason(reason, known);
    }
    switch (agent.state()) {
      case SIGNED_OUT -> {}
      case NOT_READY, READY -> {
        boolean other = agent.state() == AgentState.READY || !agent.reason().equals(reason);
        if (other && !BreakTime.takes(turn, agent, reason, by)) {
          Agents.rest(turn, agent, reason).by(by).on(AgentTrigger.SET_NOT_READY);
        }
      }
      case RESERVED, RINGING, TALKING, HELD -> Agents.note(turn, agent, AgentTrigger.SET_NOT_READY, Agents.NOT_READY + reason, by);
      case WRAP_UP -> {
        Agents.note(turn, agent, AgentTrigger.SET_NOT_READY, Agents.NOT_READY + reason, by);
        if (agent.terms().untilMs() == Fact.Terms.ENDLESS && Coding.owed(agent, by) == null) {
          Agents.wrapUpOver(turn, agent, "agent");
        }
      }
    }
    return accepted(agent);
  }

  private static Reply unknownReason(String reason, Words known) {
    return new Reply.Refused("unknown_reason", new Words(
        "'" + reason + "'. Give one of: " + known.english() + ".", "'" + reason + "'。可用原因：" + known.chinese() + "。"));
  }

  private static Reply extend(Turn turn, Agent agent) {
    Fact.Terms terms = agent.terms();
    if (agent.state() != AgentState.WRAP_UP) {
      return new Reply.Refused("not_in_wrap_up", Words.of(agent.id().name()));
    }
    QueueSettings queue = agent.offer() == null ? null : agent.offer().visit().queue().settings();
    WrapUp wrapUp = queue == null ? WrapUp.NONE : queue.work().wrapUp();
    if (terms.untilMs() <= 0 || terms.extensions() >= wrapUp.extensions() || wrapUp.extendMs() == 0) {
      return new Reply.Refused("not_extendable", terms.untilMs() == Fact.Terms.ENDLESS
          ? new Words("This wrap-up has no end of its own; ready or not ready ends it.", "该话后处理没有时限；请置就绪或未就绪以结束。")
          : new Words(
              "Extended " + terms.extensions() + " times; the queue allows " + wrapUp.extensions() + ".",
              "已延长 " + terms.extensions() + " 次；队列允许 " + wrapUp.extensions() + " 次。"));
    }
    Becoming.same(turn, agent).until(terms.untilMs() + wrapUp.extendMs()).extended().on(AgentTrigger.EXTENDED);
    return accepted(agent);
  }

  private static Reply planBreak(Turn turn, Agent agent, AgentRequest.PlanBreak request) {
    Words known = request.lengthMs() == 0 ? null : Limits.instead(turn, agent, request.reason());
    return known == null
        ? BreakTime.plan(turn, agent, request)
        : unknownReason(request.reason(), known);
  }

  /** His calls are not touched; what waits and what he now may take is looked at once more. */
  private static Reply setSkills(Turn turn, Agent agent, AgentRequest.SetSkills request) {
    Map<String, Integer> skills = request.skills();
    if (skills != null) {
      for (Map.Entry<String, Integer> skill : skills.entrySet()) {
        if (!turn.floor.settings().knowsSkill(agent.id().tenant(), skill.getKey())) {
          return new Reply.Refused("unknown_skill", new Words(
              "There is no skill '" + skill.getKey() + "'. Add it to tenants.yaml first.", "没有技能 '" + skill.getKey() + "'。请先将其加入 tenants.yaml。"));
        }
      }
      Skills.check(skills, 1);
    }
    if (!Objects.equals(skills, agent.skillsSet())) {
      turn.fact(new Fact.AgentSkillsSet(turn.nowMs, agent.id().tenant(), agent.id(), skills, request.by()));
      Matching.agentFree(turn, agent, Trigger.SETTINGS_CHANGED);
    }
    return accepted(agent);
  }

  static Reply close(Turn turn, ClosureRequest request) {
    QueueId queue = request.queue();
    if (!known(turn, request.tenant(), queue)) {
      return new Reply.Refused("unknown_queue", Words.of(queue == null ? request.tenant().value() : queue.name()));
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
