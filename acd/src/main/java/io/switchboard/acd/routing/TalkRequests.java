package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Third;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.signal.TalkRequest;
import io.switchboard.core.signal.Words;
import io.switchboard.core.talk.TalkState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an agent asks for in his talk, each answered once. What does not fit what he does now is refused and changes nothing. */
final class TalkRequests {
  private TalkRequests() {}

  static Reply ask(Turn turn, TalkRequest request) {
    Agent agent = turn.floor.staff().agent(request.agent());
    Offer offer = agent == null ? null : agent.offer();
    if (agent == null) {
      return new Reply.Refused("unknown_agent", Words.of(request.agent().name()));
    }
    if (offer == null || turn.floor.liveOffer(offer.id()) != offer) {
      return none();
    }
    if (offer.visit().dialling() && (request instanceof TalkRequest.HangUp || request instanceof TalkRequest.Decline)) {
      Dialling.cancel(turn, offer);
      return accepted();
    }
    if (request instanceof TalkRequest.Decline) {
      return decline(turn, offer);
    }
    if (offer.unanswered()) {
      return none();
    }
    if (request instanceof TalkRequest.HangUp) {
      return hangUp(turn, offer);
    }
    if (request instanceof TalkRequest.Mute mute) {
      return Microphones.ask(turn, offer, mute.on());
    }
    if (third(offer) != null) {
      return unfit("He is consulted: only the agent who called him can do that.", "您正被咨询：只有呼叫您的座席可以执行此操作。");
    }
    return inTalk(turn, offer, request);
  }

  private static Reply inTalk(Turn turn, Offer talk, TalkRequest request) {
    TalkState state = talk.visit().talk();
    return switch (request) {
      case TalkRequest.Hold r when state == TalkState.TALKING -> done(() -> Talks.hold(turn, talk));
      case TalkRequest.Hold r -> state == TalkState.HELD ? accepted() : unfit(state);
      case TalkRequest.Resume r when state == TalkState.HELD -> done(() -> Talks.resume(turn, talk));
      case TalkRequest.Resume r -> state == TalkState.TALKING && !talk.held() ? accepted() : unfit(state);
      case TalkRequest.Swap r when state == TalkState.CONSULTING || state == TalkState.ALTERNATING -> done(() -> Talks.swap(turn, talk));
      case TalkRequest.Swap r -> unfit(state);
      case TalkRequest.Cancel r when state.withThird() -> done(() -> Talks.cancel(turn, talk));
      case TalkRequest.Cancel r -> unfit(state);
      case TalkRequest.Conference r when state == TalkState.CONSULTING || state == TalkState.ALTERNATING ->
          done(() -> Talks.conference(turn, talk));
      case TalkRequest.Conference r -> state == TalkState.CONFERENCE ? accepted() : unfit(state);
      case TalkRequest.Complete r when state.withThird() -> complete(turn, talk);
      case TalkRequest.Complete r -> unfit(state);
      case TalkRequest.Consult r when !state.withThird() -> consult(turn, talk, r.to());
      case TalkRequest.Consult r -> unfit(state);
      case TalkRequest.Transfer r when !state.withThird() -> transfer(turn, talk, r.to());
      case TalkRequest.Transfer r -> unfit(state);
      case TalkRequest.Decline r -> none();
      case TalkRequest.HangUp r -> none();
      case TalkRequest.Mute r -> none();
    };
  }

  private static Reply decline(Turn turn, Offer offer) {
    if (!offer.unanswered() || offer.visit().absent()) {
      return none();
    }
    Third third = third(offer);
    turn.effect(new Effect.Cancel(offer.id()));
    if (third == null) {
      Offers.returned(turn, offer, OfferEnding.DECLINED);
    } else {
      Talks.thirdFailed(turn, offer.visit(), third, OfferEnding.DECLINED);
    }
    return accepted();
  }

  /** With a third party or his caller set aside it is not clear for which of them that would be meant: they are ended one by one. */
  private static Reply hangUp(Turn turn, Offer offer) {
    TalkState state = offer.visit().talk();
    if (third(offer) == null && state == TalkState.HELD) {
      turn.effect(new Effect.HangUp(offer.visit().call()));
    } else if (third(offer) == null && (state == TalkState.CALLING || state == TalkState.CONSULTING)) {
      return unfit(state);
    } else {
      turn.effect(new Effect.HangUpLeg(offer.id()));
    }
    return accepted();
  }

  private static Reply complete(Turn turn, Offer talk) {
    Third third = talk.visit().third();
    AgentId agent = third == null || third.agent() == null ? null : third.agent().id();
    if (third == null) {
      return none();
    }
    if (third.joined() || agent == null) {
      HandingOn.toThird(turn, talk, third);
      return accepted();
    }
    Talks.cancel(turn, talk); // it rings on for the caller, as an offer of its own
    return transfer(turn, talk, new Target.ToAgent(agent));
  }

  private static Reply consult(Turn turn, Offer talk, Target to) {
    switch (to) {
      case Target.ToNumber number -> Talks.consult(turn, talk, number);
      case Target.ToAgent other -> {
        Agent agent = turn.floor.staff().agent(other.agent());
        if (agent == null || !agent.offerable()) {
          return notReady(other.agent(), agent);
        }
        Talks.consult(turn, talk, agent, null);
      }
      case Target.ToQueue asked -> {
        CallQueue queue = turn.floor.queues().queue(asked.queue());
        if (queue == null || queue.settings() == null) {
          return new Reply.Refused("unknown_queue", Words.of(asked.queue().name()));
        }
        Agent agent = queue.longestIdleWithItsSkills();
        if (agent == null) {
          return new Reply.Refused("nobody_ready", new Words(
              "Nobody of " + queue.id().name() + " is ready now. Hand the caller on to the queue, where he keeps waiting, or try again.",
              "队列 " + queue.id().name() + " 目前无人就绪。可将来电直接转入该队列等候，或稍后再试。"));
        }
        Talks.consult(turn, talk, agent, queue);
      }
    }
    return accepted();
  }

  private static Reply transfer(Turn turn, Offer talk, Target to) {
    switch (to) {
      case Target.ToNumber number -> HandingOn.toNumber(turn, talk, number);
      case Target.ToAgent other -> {
        Agent agent = turn.floor.staff().agent(other.agent());
        if (agent == null || !agent.offerable()) {
          return notReady(other.agent(), agent);
        }
        HandingOn.toAgent(turn, talk, agent);
      }
      case Target.ToQueue asked -> {
        CallQueue queue = turn.floor.queues().queue(asked.queue());
        Reply refused = refused(turn, queue, asked);
        if (queue == null || refused != null) {
          return refused == null ? none() : refused;
        }
        HandingOn.toQueue(turn, talk, queue);
      }
    }
    return accepted();
  }

  private static @Nullable Reply refused(Turn turn, @Nullable CallQueue queue, Target.ToQueue asked) {
    String name = asked.queue().name();
    if (queue == null || queue.settings() == null) {
      return new Reply.Refused("unknown_queue", Words.of(name));
    }
    if (turn.floor.queues().emergency(queue) || !queue.settings().doors().hours().openAt(turn.nowMs)) {
      return new Reply.Refused("queue_closed", new Words(
          "Queue " + name + " is closed. Choose another, or offer a callback.", "队列 " + name + " 已关闭。请另选队列，或为其预约回呼。"));
    }
    if (Callers.unattended(queue)) {
      return new Reply.Refused("queue_unattended", new Words(
          "Nobody is signed in for queue " + name + ". Choose another, or offer a callback.",
          "队列 " + name + " 当前无座席登录。请另选队列，或为其预约回呼。"));
    }
    return null;
  }

  private static Reply notReady(AgentId id, @Nullable Agent agent) {
    if (agent == null) {
      return new Reply.Refused("unknown_agent", Words.of(id.name()));
    }
    String state = agent.state().name().toLowerCase(Locale.ROOT);
    String why = agent.state() == AgentState.READY ? "phone_unreachable" : state;
    return new Reply.Refused("agent_not_ready", new Words(
        id.name() + " cannot be called now (" + why + "). Choose somebody who is ready, or the queue.",
        id.name() + " 目前无法接听（" + why + "）。请选择就绪的座席或队列。"));
  }

  /** The third party's place that this offer is, or null: it is a talk of his own. */
  static @Nullable Third third(Offer offer) {
    Visit visit = offer.visit();
    Third third = visit.third();
    return third != null && third.offer() == offer && visit.state() != VisitState.LEFT ? third : null;
  }

  private static Reply done(Runnable work) {
    work.run();
    return accepted();
  }

  private static Reply accepted() {
    return new Reply.Accepted("accepted");
  }

  private static Reply none() {
    return new Reply.Refused("no_call", new Words(
        "He has no such call any more. What he can do now is in GET /api/me.", "该通话已不存在。当前可执行的操作见 GET /api/me。"));
  }

  private static Reply unfit(TalkState state) {
    String now = state.name().toLowerCase(Locale.ROOT);
    return unfit("Not while the talk is " + now + ".", "通话状态为 " + now + " 时不能执行。");
  }

  private static Reply unfit(String english, String chinese) {
    return new Reply.Refused("not_now", new Words(english, chinese));
  }
}
