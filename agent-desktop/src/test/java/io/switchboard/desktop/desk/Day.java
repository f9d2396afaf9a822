package io.switchboard.desktop.desk;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Facts of a day in few words, a second apart. */
public final class Day {
  public static final TenantId DEMO = new TenantId("demo");
  public static final QueueId SALES = new QueueId(DEMO, "sales");
  public static final AgentId ANNA = new AgentId(DEMO, "anna");
  public static final AgentId BEN = new AgentId(DEMO, "ben");
  private static final long SECOND_MS = 1_000;

  public final List<Fact> facts = new ArrayList<>();
  private final Consumer<Fact> told;
  private final Map<AgentId, AgentState> states = new HashMap<>();
  private long nowMs = 100_000;

  public Day(Consumer<Fact> told) {
    this.told = told;
  }

  public long nowMs() {
    return nowMs;
  }

  public static CallId call(String id) {
    return new CallId(id);
  }

  public static OfferId offer(String call, int attempt) {
    return new OfferId(new CallId(call), attempt);
  }

  public void is(Fact fact) {
    facts.add(fact);
    told.accept(fact);
  }

  private long next() {
    nowMs += SECOND_MS;
    return nowMs;
  }

  public void arrives(String call, String number) {
    is(new Fact.CallArrived(next(), DEMO, call(call), "+4930100", number, "Caller", "carrier", "main", "main", "de"));
  }

  public void waits(String call, String number) {
    is(entered(call, number));
  }

  public Fact.QueueEntered entered(String call, String number) {
    return new Fact.QueueEntered(next(), DEMO, call(call), 1, SALES, 2, Map.of(), number, "Caller", "VIP", null, false, 0, 0);
  }

  public Fact.OfferMade made(String call, int attempt, AgentId agent) {
    return new Fact.OfferMade(
        next(), DEMO, call(call), offer(call, attempt), SALES, agent, 15_000, new Fact.Decision("longest_idle", 1, 30_000, 12_000, "agent_free", 0));
  }

  public void becomes(AgentId agent, AgentState state, String reason, @Nullable OfferId offer) {
    becomes(agent, state, reason, offer, Fact.Terms.NONE);
  }

  public void becomes(AgentId agent, AgentState state, String reason, @Nullable OfferId offer, Fact.Terms terms) {
    AgentState from = states.getOrDefault(agent, AgentState.SIGNED_OUT);
    states.put(agent, state);
    is(new Fact.AgentStateChanged(next(), DEMO, agent, from, state, reason, offer, nowMs, "", 0, Fact.Workload.NONE, "", terms));
  }

  public void offered(String call, int attempt, AgentId agent) {
    is(made(call, attempt, agent));
    becomes(agent, AgentState.RESERVED, "", offer(call, attempt));
  }

  public void rings(String call, int attempt, AgentId agent) {
    is(new Fact.OfferRang(next(), DEMO, call(call), offer(call, attempt), agent));
    becomes(agent, AgentState.RINGING, "", offer(call, attempt));
  }

  public void passes(String call, int attempt, AgentId agent) {
    is(new Fact.OfferEnded(next(), DEMO, call(call), offer(call, attempt), SALES, agent, OfferEnding.UNANSWERED, 15_000));
    becomes(agent, AgentState.READY, "", null);
  }

  public void connects(String call, int attempt, AgentId agent) {
    is(new Fact.Connected(next(), DEMO, call(call), offer(call, attempt), SALES, agent, 14_000, 2_000, "+49301"));
    becomes(agent, AgentState.TALKING, "", offer(call, attempt));
  }

  public void consults(String call, int third, AgentId agent, AgentId other) {
    is(new Fact.CallHeld(next(), DEMO, call(call), offer(call, 1), SALES, agent, true));
    becomes(agent, AgentState.HELD, "", offer(call, 1));
    is(new Fact.InTalk.ConsultBegun(next(), DEMO, call(call), offer(call, 1), agent, offer(call, third), other, null, "", 15_000));
    becomes(other, AgentState.RESERVED, "", offer(call, third));
  }

  public void joins(String call, int third, AgentId other) {
    is(new Fact.InTalk.ConsultJoined(next(), DEMO, call(call), offer(call, 1), offer(call, third), other, 2_000));
    becomes(other, AgentState.TALKING, "", offer(call, third));
  }

  public void handsOn(String call, int talk, int third, AgentId agent, AgentId other) {
    is(new Fact.InTalk.HandedOn(next(), DEMO, call(call), offer(call, talk), agent, offer(call, third), other, null, ""));
    is(new Fact.TalkEnded(next(), DEMO, call(call), offer(call, talk), SALES, agent, Party.AGENT, 60_000));
    becomes(agent, AgentState.READY, "", null);
  }

  public void talkEnds(String call, int attempt, AgentId agent, Fact.Terms wrapUp) {
    is(new Fact.TalkEnded(next(), DEMO, call(call), offer(call, attempt), SALES, agent, Party.CALLER, 60_000));
    is(new Fact.CallEnded(next(), DEMO, call(call), Ending.CALLER_HUNG_UP_AFTER_TALK));
    becomes(agent, AgentState.WRAP_UP, "", offer(call, attempt), wrapUp);
  }

  public void wrapsUp(String call, int attempt, AgentId agent) {
    is(new Fact.WrapUpEnded(next(), DEMO, call(call), offer(call, attempt), SALES, agent, "timer", 10_000));
    becomes(agent, AgentState.READY, "", null);
    is(new Fact.InteractionClosed(next(), DEMO, call(call)));
  }
}
