package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.floor.Dial;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.dial.DialLimits;
import io.switchboard.core.dial.DialRules;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.DialRequest;
import io.switchboard.core.signal.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agent places a call. He is reserved for it, his phone is rung, and once he is on the line the number; from its answer on it is a talk like
 * any other. What is dialled is written before it is, and never dialled again.
 */
final class Dialling {
  /** How long his own phone may ring. */
  private static final long PHONE_MS = 20_000;

  private Dialling() {}

  // --- what he asks for

  static Reply ask(Turn turn, DialRequest wish) {
    Agent agent = turn.floor.staff().agent(wish.agent());
    Handset handset = agent == null ? null : agent.handset();
    if (agent == null || agent.settings() == null || handset == null) {
      return DialWords.unknownAgent(wish.agent());
    }
    if (!agent.signedIn() && !wish.emergency()) {
      return DialWords.notSignedIn(agent);
    }
    CallQueue queue = queue(turn, agent, wish);
    if (queue == null) {
      return wish.queue() == null ? DialWords.noQueue() : DialWords.unknownQueue(wish.queue());
    }
    if (wish.trunks().isEmpty() || !turn.floor.line().up()) {
      return wish.trunks().isEmpty() ? DialWords.noTrunk() : DialWords.lineDown();
    }
    DialLimits limits = turn.floor.settings().dialling(agent.id().tenant());
    DialRules.Refusal refusal = DialRules.now(
        wish.emergency(), dialler(agent, handset), turn.floor.dials().dialled(agent.id(), turn.nowMs, limits, turn.floor.visits()), limits);
    List<String> open = DialRules.open(wish.emergency(), wish.trunks(), trunk -> turn.floor.dials().carried(
        agent.id().tenant(), trunk, turn.nowMs, limits, turn.floor.visits()), limits);
    if (refusal == null && open.isEmpty()) {
      refusal = DialRules.Refusal.TRUNKS;
    }
    return refusal == null
        ? new Reply.Accepted(begin(turn, agent, handset, queue, wish.over(open), limits).value())
        : DialWords.refused(refusal, agent, limits, wish);
  }

  private static DialRules.Dialler dialler(Agent agent, Handset handset) {
    boolean free = agent.state() == AgentState.READY || agent.state() == AgentState.NOT_READY;
    Offer offer = agent.offer();
    boolean own = offer != null && (offer.visit().onDial() || TalkRequests.third(offer) != null);
    return new DialRules.Dialler(free, !agent.state().inTalk() && !own, handset.reachable());
  }

  /** The one that he names, or his own first; an emergency has any. */
  private static @Nullable CallQueue queue(Turn turn, Agent agent, DialRequest wish) {
    if (wish.queue() != null) {
      CallQueue named = turn.floor.queues().queue(wish.queue());
      return named == null || named.settings() == null ? null : named;
    }
    Comparator<CallQueue> own = Comparator.comparing(queue -> agent.serves(queue) ? 0 : 1);
    return turn.floor.queues().all().stream()
        .filter(queue -> queue.settings() != null && queue.id().tenant().equals(agent.id().tenant()))
        .filter(queue -> agent.serves(queue) || wish.emergency())
        .min(own.thenComparing(queue -> queue.id().name())).orElse(null);
  }

  private static CallId begin(Turn turn, Agent agent, Handset handset, CallQueue queue, DialRequest wish, DialLimits limits) {
    String pending = free(turn, agent);
    CallId call = new CallId("dial." + Long.toString(turn.floor.dials().idMs(turn.nowMs), Character.MAX_RADIX));
    OfferId offer = new OfferId(call, 1);
    Returns.Callback rules = queue.callbacks();
    String shown = rules == null ? wish.shown() : rules.from();
    turn.fact(new Fact.Dial.DialBegun(
        turn.floor.dials().idMs(turn.nowMs), agent.id().tenant(), call, offer, queue.id(), agent.id(), wish.number(), wish.emergency(),
        wish.language(), shown, PHONE_MS, limits.ringMs() * wish.trunks().size(), wish.trunks()));
    if (wish.customer() > 0) {
      turn.fact(new Fact.CustomerNamed(turn.nowMs, agent.id().tenant(), call, wish.customer(), agent.id().name()));
    }
    turn.send(new CallSignal.DialBegun(call, queue.id(), wish.number(), wish.language()));
    Becoming.of(turn, agent).offer(offer).pending(pending).by("").on(AgentTrigger.DIAL_BEGUN);
    boolean autoAnswer = handset.page() || agent.settings() != null && agent.settings().autoAnswer();
    QueueSettings settings = queue.settings();
    turn.effect(new Effect.Dial(new Line.Dial(
        new Line.Ring(offer, handset.phone(), wish.number(), "", PHONE_MS, autoAnswer), new Phone.Number(wish.number(), wish.trunks()),
        shown, limits.ringMs(), settings == null ? "" : settings.waiting().musicClass())));
    return call;
  }

  /** What follows the call: what he did before. What stood in the way of an emergency gives way. */
  private static String free(Turn turn, Agent agent) {
    String pending = switch (agent.state()) {
      case NOT_READY -> Agents.NOT_READY + agent.reason();
      case SIGNED_OUT -> Agents.SIGN_OUT;
      case WRAP_UP, RESERVED, RINGING -> agent.pending().isEmpty() ? Agents.READY : agent.pending();
      case READY, TALKING, HELD -> Agents.READY;
    };
    Offer offer = agent.offer();
    if (offer != null && agent.state() == AgentState.WRAP_UP) {
      Offers.wrappedUp(turn, offer, "agent");
    } else if (offer != null && agent.state().offered()) {
      Offers.takeBack(turn, offer, OfferEnding.WITHDRAWN);
      if (offer.visit().offers().isEmpty()) {
        Callers.back(turn, offer.visit());
      }
    }
    return pending;
  }

  // --- what the line tells

  /** The live offer of who dials and has not been answered, or null. */
  static @Nullable Offer dialling(Turn turn, OfferId id) {
    Offer offer = turn.floor.liveOffer(id);
    return offer != null && offer.visit().dialling() ? offer : null;
  }

  /** True where the event was of one who dials and has not been answered. */
  static boolean hears(Turn turn, LineEvent event) {
    OfferId id = switch (event) {
      case LineEvent.Dialling e -> e.offer();
      case LineEvent.DialFailed e -> e.offer();
      case LineEvent.OfferRinging e -> e.offer();
      case LineEvent.OfferFailed e -> e.offer();
      default -> null;
    };
    Offer offer = id == null ? null : dialling(turn, id);
    if (offer == null) {
      return event instanceof LineEvent.Dialling || event instanceof LineEvent.DialFailed;
    }
    switch (event) {
      case LineEvent.Dialling e -> placed(turn, offer);
      case LineEvent.DialFailed e -> over(turn, offer, e.result(), e.cause());
      case LineEvent.OfferFailed e -> over(turn, offer, DialResult.AGENT_MISSED, 0);
      default -> {} // his own phone rings
    }
    return true;
  }

  private static void placed(Turn turn, Offer offer) {
    Dial dial = offer.visit().dial();
    if (dial != null && !dial.placed()) {
      turn.fact(new Fact.Dial.DialPlaced(
          turn.nowMs, offer.visit().entered().tenant(), offer.visit().call(), offer.id(), offer.agent().id()));
      Agents.rang(turn, offer.agent());
      turn.floor.setAlarm(offer.agent());
    }
  }

  /** He answered: what follows is the talk. */
  static void answered(Turn turn, Offer offer) {
    placed(turn, offer);
    ended(turn, offer, DialResult.ANSWERED, 0);
  }

  /** Nobody answered, or nobody waited for it. The agent goes on as before. */
  static void over(Turn turn, Offer offer, DialResult result, int cause) {
    ended(turn, offer, result, cause);
    turn.send(new CallSignal.DialOver(offer.visit().call()));
    turn.floor.forget(offer.visit().call()); // nobody is on the line whose end could tell that it is over
    Agents.offerOver(turn, offer.agent());
    Matching.agentFree(turn, offer.agent(), Trigger.AGENT_FREE);
  }

  private static void ended(Turn turn, Offer offer, DialResult result, int cause) {
    Visit visit = offer.visit();
    Dial dial = visit.dial();
    if (dial == null) {
      throw new IllegalStateException("dialled nobody: " + offer.id());
    }
    turn.fact(new Fact.Dial.DialEnded(
        turn.nowMs, visit.entered().tenant(), visit.call(), offer.id(), visit.queue().id(), offer.agent().id(), dial.begun().number(), result,
        cause, dial.placed() ? turn.nowMs - dial.placedMs() : 0));
  }

  /** The agent hangs up before, or somebody signs him out. */
  static void cancel(Turn turn, Offer offer) {
    turn.effect(new Effect.Cancel(offer.id()));
    over(turn, offer, DialResult.CANCELLED, 0);
  }

  /** The line should have told long ago. */
  static void timedOut(Turn turn, Offer offer) {
    Dial dial = offer.visit().dial();
    turn.effect(new Effect.Cancel(offer.id()));
    over(turn, offer, dial != null && dial.placed() ? DialResult.NO_ANSWER : DialResult.AGENT_MISSED, 0);
  }

  /** After a gap: it goes on, was answered meanwhile, or is over; it is not dialled again. */
  static void restored(Turn turn, Visit visit, Set<CallId> calls, Map<OfferId, LineEvent.LiveOffer> legs) {
    for (Offer offer : visit.offers()) {
      LineEvent.LiveOffer leg = legs.get(offer.id());
      if (leg == null) {
        if (calls.contains(visit.call())) {
          turn.effect(new Effect.HangUp(visit.call())); // whom he dialled is left without him
        }
        over(turn, offer, DialResult.UNSEEN, 0);
      } else if (leg.connected() && calls.contains(visit.call())) {
        Offers.connected(turn, offer.id());
      } else if (leg.dialling()) {
        placed(turn, offer);
      }
    }
  }
}
