package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.queue.Codes;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a call went, by the agent's word; where his queue wants to know, his wrap-up waits for it. */
final class Coding {
  private Coding() {}

  static Reply coded(Turn turn, Agent agent, AgentRequest.WrapUp request) {
    Offer offer = agent.offer();
    if (offer == null || !agent.state().busy()) {
      return new Reply.Refused("no_call", Words.of(agent.id().name()));
    }
    Codes codes = codes(offer);
    if (!request.code().isEmpty() && !codes.known().contains(request.code())) {
      String known = String.join(", ", new TreeSet<>(codes.known()));
      return new Reply.Refused("unknown_code", new Words(
          "'" + request.code() + "'. Give one of: " + known + ".", "'" + request.code() + "'。可用代码：" + known + "。"));
    }
    turn.fact(new Fact.WrapUpCoded(
        turn.nowMs, agent.id().tenant(), offer.visit().call(), offer.id(), offer.visit().queue().id(), agent.id(), request.code(), request.note()));
    boolean waited = agent.terms().untilMs() == Fact.Terms.ENDLESS && !endless(offer);
    if (agent.state() == AgentState.WRAP_UP && !missing(offer) && (request.done() || waited)) {
      Agents.wrapUpOver(turn, agent, "agent");
    }
    return new Reply.Accepted(agent.state().name().toLowerCase(Locale.ROOT));
  }

  /** Its time has passed: it is over, or waits for his word. */
  static void timeOver(Turn turn, Agent agent) {
    if (agent.offer() != null && missing(agent.offer())) {
      Becoming.same(turn, agent).until(Fact.Terms.ENDLESS).on(AgentTrigger.EXTENDED);
    } else {
      Agents.wrapUpOver(turn, agent, "timer");
    }
  }

  /** Why he cannot end his wrap-up himself; null: he can. */
  static @Nullable Reply owed(Agent agent, String by) {
    Offer offer = agent.offer();
    return agent.state() == AgentState.WRAP_UP && by.isEmpty() && offer != null && missing(offer)
        ? new Reply.Refused("code_required", new Words(
            String.join(", ", new TreeSet<>(codes(offer).known())), String.join(", ", new TreeSet<>(codes(offer).known()))))
        : null;
  }

  static boolean missing(Offer offer) {
    return codes(offer).required() && !offer.coded();
  }

  private static boolean endless(Offer offer) {
    QueueSettings queue = offer.visit().queue().settings();
    return queue != null && queue.work().wrapUp().isEndless();
  }

  private static Codes codes(Offer offer) {
    QueueSettings queue = offer.visit().queue().settings();
    return queue == null ? Codes.NONE : queue.work().codes();
  }
}
