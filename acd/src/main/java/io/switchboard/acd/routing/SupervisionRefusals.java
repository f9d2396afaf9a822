package io.switchboard.acd.routing;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.util.Locale;

/** Why a supervisor cannot take part in a talk, and what would help. */
final class SupervisionRefusals {
  private SupervisionRefusals() {}

  static Reply noTalk(CallId call) {
    return new Reply.Refused("no_talk", new Words(
        call + " is in no talk with an agent. GET /api/calls shows who talks.", call + " 当前没有与坐席通话。正在通话的呼叫见 GET /api/calls。"));
  }

  static Reply listensNot(CallId call) {
    return new Reply.Refused("not_listening", new Words("You are not in the talk of " + call + ".", "您未加入 " + call + " 的通话。"));
  }

  static Reply noPhone() {
    return new Reply.Refused("no_own_phone", new Words(
        "an administrator can enter you in agents.yaml, with role: supervisor and a phone.", "管理员可在 agents.yaml 中为您配置 role: supervisor 和电话。"));
  }

  static Reply listensElsewhere(AgentId agent) {
    return new Reply.Refused("listens_elsewhere", new Words(
        "you are in the talk of " + agent.name() + ". End that first.", "您正在 " + agent.name() + " 的通话中。请先退出。"));
  }

  static Reply heardAlready(AgentId by) {
    return new Reply.Refused("heard_already", new Words(
        by.name() + " is in this talk already. One supervisor at a time.", by.name() + " 已在该通话中。同一时间只能有一位班长加入。"));
  }

  static Reply inCall(AgentState state) {
    String now = state.name().toLowerCase(Locale.ROOT);
    return new Reply.Refused("in_call", new Words(
        "you have a call yourself (" + now + "). Finish it first.", "您自己正在处理通话（" + now + "）。请先结束。"));
  }

  static Reply phoneUnreachable() {
    return new Reply.Refused("phone_unreachable", new Words(
        "your phone cannot be rung now. Check that it is signed in: in this page, that the microphone is allowed.",
        "您的电话目前无法接通。请确认已注册；使用网页电话时，请确认已允许麦克风。"));
  }

  static Reply thirdParty() {
    return new Reply.Refused("third_party", new Words(
        "the agent has a third party in it. Take over when that one is gone.", "坐席正与第三方通话。请在第三方退出后接管。"));
  }
}
