package io.switchboard.core.recording;

import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent.OfTape;
import io.switchboard.core.recording.Recorder.RecordingTurn;
import io.switchboard.core.recording.RecordingEvent.Consent;
import io.switchboard.core.signal.RecordingRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import io.switchboard.core.talk.Talk;
import io.switchboard.core.talk.TalkState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What agents ask for. A pause is granted when the telephone server has it, and not before: card numbers are spoken then. */
final class Switching {
  /** Who asked for a beginning and waits for the customer's consent to be looked up. */
  private final Map<CallId, String> starting = new HashMap<>();
  private final Set<CallId> awaited = new HashSet<>();

  void ask(RecordingTurn turn, @Nullable Recording call, RecordingRequest request) {
    Talk talk = call == null ? null : call.talk();
    if (call == null || talk == null) {
      answer(turn, refused("no_call", "He has no call that could be recorded.", "没有可录音的通话。"));
    } else if (awaited.contains(call.call())) {
      answer(turn, refused("not_now", "What was asked for before is still being done. Try again in a moment.", "上一个操作仍在执行，请稍后再试。"));
    } else if (request.on()) {
      on(turn, call, talk, request);
    } else {
      off(turn, call, talk);
    }
  }

  private void on(RecordingTurn turn, Recording call, Talk talk, RecordingRequest request) {
    switch (call.state()) {
      case ASKED -> answer(turn, new Reply.Accepted("starting"));
      case ON -> answer(turn, new Reply.Accepted("on"));
      case OVER -> answer(turn, refused("not_now", "The recording before is just being kept. Try again in a moment.", "上一段录音正在保存，请稍后再试。"));
      case PAUSED -> {
        if (call.plan().mayPause()) {
          turn.fact(call, new Fact.TalkRecording.TalkRecordingResumed(
              turn.nowMs, call.tenant(), call.call(), call.count(), talk.agent(), Fact.TalkRecording.BY_AGENT));
          mute(turn, call, false);
        } else {
          answer(turn, notAllowed());
        }
      }
      case OFF -> start(turn, call, talk, request);
    }
  }

  private void start(RecordingTurn turn, Recording call, Talk talk, RecordingRequest request) {
    if (call.plan().mode() == RecordingPlan.Mode.OFF || !call.plan().mayStart()) {
      answer(turn, notAllowed());
    } else if (call.refused().equals(Fact.TalkRecording.CONSENT_REFUSED)) {
      answer(turn, refused("not_allowed", "The customer does not want to be recorded. That stands in his record: consent.", "客户拒绝录音，见客户资料中的 consent。"));
    } else if (talk.state() != TalkState.TALKING) {
      answer(turn, refused("not_now", "Take the caller back first: he hears that he is recorded.", "请先取回来电者：录音前会向其播放提示。"));
    } else {
      starting.put(call.call(), request.agent().name());
      turn.effects.add(new RecordingEffect.LookUp(call.call(), call.tenant(), call.number()));
      answer(turn, new Reply.Accepted("starting"));
    }
  }

  private void off(RecordingTurn turn, Recording call, Talk talk) {
    switch (call.state()) {
      case PAUSED, OFF -> answer(turn, new Reply.Accepted(call.state() == RecordingState.OFF ? "off" : "paused"));
      case ASKED, OVER -> answer(turn, refused("not_now", "It has not begun yet. Try again in a moment.", "录音尚未开始，请稍后再试。"));
      case ON -> {
        if (call.plan().mayPause()) {
          turn.fact(call, new Fact.TalkRecording.TalkRecordingPaused(
              turn.nowMs, call.tenant(), call.call(), call.count(), talk.agent(), Fact.TalkRecording.BY_AGENT));
          mute(turn, call, true);
        } else {
          answer(turn, notAllowed());
        }
      }
    }
  }

  private void mute(RecordingTurn turn, Recording call, boolean silent) {
    awaited.add(call.call());
    turn.effects.add(new RecordingEffect.Await(call.call(), call.count(), silent));
    turn.effects.add(new RecordingEffect.Mute(call.call(), call.count(), call.silent()));
  }

  /** Who asked for this call to be recorded, once; empty: nobody. */
  String starts(CallId call) {
    String by = starting.remove(call);
    return by == null ? "" : by;
  }

  /** His desk says so, by the fact. */
  static void refused(RecordingTurn turn, Recording call, Consent consent) {
    if (consent == Consent.UNKNOWN) {
      turn.effects.add(new RecordingEffect.Complain(
          call.call(), "whether the customer wants to be recorded could not be found out in time, so he is not; see GET /api/health for what is away"));
    }
  }

  void muted(RecordingTurn turn, Recording call, OfTape.Muted event) {
    if (!awaited.remove(call.call())) {
      return;
    }
    if (event.done()) {
      release(turn, call, new Reply.Accepted(call.state() == RecordingState.PAUSED ? "paused" : "on"));
      return;
    }
    Talk talk = call.talk();
    if (talk != null && call.state() == RecordingState.PAUSED) {
      turn.fact(call, new Fact.TalkRecording.TalkRecordingResumed(
          turn.nowMs, call.tenant(), call.call(), call.count(), talk.agent(), Fact.TalkRecording.FAILED));
    } else if (talk != null && call.state() == RecordingState.ON) {
      turn.fact(call, new Fact.TalkRecording.TalkRecordingPaused(
          turn.nowMs, call.tenant(), call.call(), call.count(), talk.agent(), Fact.TalkRecording.FAILED));
    }
    turn.effects.add(new RecordingEffect.Mute(call.call(), call.count(), call.silent())); // it may have been done late
    turn.effects.add(new RecordingEffect.Complain(
        call.call(), "Asterisk did not " + (event.silent() ? "pause" : "take up") + " the recording; see its log and GET /api/health"));
    release(turn, call, event.silent()
        ? refused("not_done", "It was NOT paused, recording goes on. Have nothing secret said; hold the caller instead.", "未能暂停，录音仍在继续。请勿让客户说出敏感信息，可改为保持通话。")
        : refused("not_done", "It was not taken up again and is still paused. Try again.", "未能恢复录音，仍处于暂停状态。请重试。"));
  }

  private static void release(RecordingTurn turn, Recording call, Reply reply) {
    turn.effects.add(new RecordingEffect.Release(call.call(), reply));
  }

  private static void answer(RecordingTurn turn, Reply reply) {
    turn.effects.add(new RecordingEffect.Answer(reply));
  }

  private static Reply notAllowed() {
    return refused("not_allowed", "The queue does not let its agents do that. An administrator can: recording.agent_may in queues.yaml.",
        "该队列不允许坐席执行此操作。管理员可在 queues.yaml 的 recording.agent_may 中设置。");
  }

  private static Reply refused(String code, String english, String chinese) {
    return new Reply.Refused(code, new Words(english, chinese));
  }
}
