package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.dial.DialLimits;
import io.switchboard.core.dial.DialRules.Refusal;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.DialRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.util.Locale;

/** Why an agent's call is not placed, and what he can do. */
final class DialWords {
  private DialWords() {}

  static Reply unknownAgent(AgentId agent) {
    return new Reply.Refused("unknown_agent", Words.of(agent.name()));
  }

  static Reply notSignedIn(Agent agent) {
    return new Reply.Refused("not_signed_in", Words.of(agent.id().name()));
  }

  static Reply unknownQueue(QueueId queue) {
    return new Reply.Refused("unknown_queue", Words.of(queue.name()));
  }

  static Reply noQueue() {
    return new Reply.Refused("dial_no_queue", new Words(
        "You serve no queue. Name the one that the call belongs to: 'queue'.", "您不属于任何队列。请用 'queue' 指明此次呼叫所属的队列。"));
  }

  static Reply noTrunk() {
    return new Reply.Refused("no_trunk", new Words(
        "there is no trunk to dial over. An administrator adds one to trunks.yaml.", "没有可用的外线。管理员可在 trunks.yaml 中添加。"));
  }

  static Reply lineDown() {
    return new Reply.Refused("no_trunk", new Words(
        "the telephone server does not answer. Try again in a moment.", "电话服务器没有响应。请稍后重试。"));
  }

  static Reply refused(Refusal refusal, Agent agent, DialLimits limits, DialRequest wish) {
    return switch (refusal) {
      case NOT_NOW -> notNow(agent, wish.number());
      case PHONE_UNREACHABLE -> new Reply.Refused("phone_unreachable", new Words(
          "Check that it is switched on and registered, or that the page which is your phone is open.",
          "请检查话机是否开机并已注册，或作为电话的页面是否打开。"));
      case AT_ONCE -> limit(
          limits.atOnce() + " calls that your company dialled are going on; more may not. Try again when one has ended; an administrator can"
              + " raise 'dialling: at_once' in tenants.yaml.",
          "贵公司正在进行的外呼已达上限 " + limits.atOnce() + " 个。请在有呼叫结束后重试；管理员可在 tenants.yaml 中调高 'dialling: at_once'。");
      case AGENT_PER_DAY -> limit(
          "You dialled " + limits.agentPerDay() + " calls today; more may not be. Go on tomorrow; an administrator can raise"
              + " 'dialling: agent_per_day' in tenants.yaml.",
          "您今天的外呼已达上限 " + limits.agentPerDay() + " 个。请明天继续；管理员可在 tenants.yaml 中调高 'dialling: agent_per_day'。");
      case PER_DAY -> limit(
          "Your company dialled " + limits.perDay() + " calls today; more may not be. Go on tomorrow; an administrator can raise"
              + " 'dialling: per_day' in tenants.yaml.",
          "贵公司今天的外呼已达上限 " + limits.perDay() + " 个。请明天继续；管理员可在 tenants.yaml 中调高 'dialling: per_day'。");
      case TRUNKS -> limit(
          "Over " + String.join(", ", wish.trunks()) + " go, or went today, as many calls as may. Try again when one has ended, or tomorrow; an"
              + " administrator can raise 'dialling: trunks' in tenants.yaml.",
          "中继 " + String.join("、", wish.trunks()) + " 的外呼已达上限（同时或当天）。请在有呼叫结束后或明天重试；管理员可在 tenants.yaml 中调高 'dialling: trunks'。");
      case NUMBER_WRONG, NOT_ALLOWED, DO_NOT_CALL -> throw new IllegalStateException("looked at before: " + refusal);
    };
  }

  private static Reply limit(String english, String chinese) {
    return new Reply.Refused("dial_limit", new Words(english, chinese));
  }

  private static Reply notNow(Agent agent, String number) {
    String state = agent.state().name().toLowerCase(Locale.ROOT);
    if (agent.state().inTalk()) {
      return new Reply.Refused("dial_not_now", new Words(
          "You have a call. End it first, or consult " + number + " beside it: POST /api/me/call/consult.",
          "您正在通话。请先结束，或在通话中咨询 " + number + "：POST /api/me/call/consult。"));
    }
    return new Reply.Refused("dial_not_now", agent.state() == AgentState.WRAP_UP
        ? new Words("End your wrap-up first: ready or not ready.", "请先结束话后处理：置就绪或未就绪。")
        : new Words("You are " + state + " for a call. Take it or decline it first.", "您有来电（" + state + "）。请先接听或拒接。"));
  }
}
