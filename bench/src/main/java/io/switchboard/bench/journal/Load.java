package io.switchboard.bench.journal;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.util.List;
import java.util.Map;

/** Facts as the platform writes them. */
final class Load {
  private static final TenantId DEMO = new TenantId("demo");
  private static final QueueId SALES = QueueId.of("demo", "sales");
  private static final int AGENTS = 500;

  /** Appends of one call. */
  static final int STEPS = 5;

  private final String run;

  /** @param run makes the ids of this run's calls its own */
  Load(String run) {
    this.run = run;
  }

  private CallId call(long n) {
    return new CallId("sb1-" + run + "." + n);
  }

  private static AgentId agent(long n) {
    return AgentId.of("demo", "agent" + n % AGENTS);
  }

  /** A decision: the offer with its reason, and the agent's state. */
  List<Fact> decision(long n) {
    long now = System.currentTimeMillis();
    return List.of(offer(n, now), state(n, now, AgentState.READY, AgentState.RESERVED));
  }

  private Fact offer(long n, long now) {
    return new Fact.OfferMade(
        now, DEMO, call(n), new OfferId(call(n), 1), SALES, agent(n), 15_000,
        new Fact.Decision("longest_idle", 12, 48_213, 17_331, "agent_free", 0));
  }

  private Fact state(long n, long now, AgentState from, AgentState to) {
    return new Fact.AgentStateChanged(now, DEMO, agent(n), from, to, "", new OfferId(call(n), 1), now - 48_213, "ready");
  }

  /** A call's life: {@value #STEPS} appends of 15 facts in all, for consecutive n. */
  List<Fact> lifeOfACall(long n) {
    long now = System.currentTimeMillis();
    long nth = n / STEPS;
    CallId id = call(nth);
    OfferId offer = new OfferId(id, 1);
    return switch ((int) (n % STEPS)) {
      case 0 -> List.of(
          new Fact.CallArrived(now, DEMO, id, "+49301234567", "+491701234567", "Erika Mustermann", "main", "hotline", "welcome", "en"),
          new Fact.StepEntered(now, DEMO, id, "welcome", "9f8a7b6c5d4e", "menu"));
      case 1 -> List.of(
          new Fact.MenuAnswered(now, DEMO, id, "menu", "1"),
          new Fact.QueueEntered(now, DEMO, id, 1, SALES, 0, Map.of("sales", 3), "+491701234567", "Erika Mustermann"),
          offer(nth, now), state(nth, now, AgentState.READY, AgentState.RESERVED));
      case 2 -> List.of(
          new Fact.OfferRang(now, DEMO, id, offer, agent(nth)),
          state(nth, now, AgentState.RESERVED, AgentState.RINGING),
          new Fact.Connected(now, DEMO, id, offer, SALES, agent(nth), 17_331, 2103),
          state(nth, now, AgentState.RINGING, AgentState.TALKING));
      case 3 -> List.of(
          new Fact.TalkEnded(now, DEMO, id, offer, SALES, agent(nth), Party.CALLER, 60_000),
          state(nth, now, AgentState.TALKING, AgentState.WRAP_UP),
          new Fact.CallEnded(now, DEMO, id, Ending.CALLER_HUNG_UP_AFTER_TALK));
      default -> List.of(
          new Fact.WrapUpEnded(now, DEMO, id, offer, SALES, agent(nth), "timer", 5000),
          new Fact.InteractionClosed(now, DEMO, id));
    };
  }
}
