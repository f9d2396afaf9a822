package io.switchboard.acd.floor;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One agent as he is now. Everything but his settings and phone is what his last fact says. */
public final class Agent extends InOrder.Entry<Agent> implements Alarm.Owner {
  private final AgentId id;
  private final String order;
  final Alarm alarm = new Alarm(this);
  @Nullable AgentSettings settings;
  @Nullable Map<String, Integer> skillsSet;
  @Nullable Handset handset;
  @Nullable Pool pool;
  @Nullable Offer offer;
  private AgentState state = AgentState.SIGNED_OUT;
  private String reason = "";
  private String pending = "";
  private long sinceMs;
  private long changedMs;
  private int strikes;
  private Fact.Workload work = Fact.Workload.NONE;
  private String by = "";
  private Fact.Terms terms = Fact.Terms.NONE;
  final Expected expected = new Expected(this);
  final Breaks breaks = new Breaks(this);

  Agent(AgentId id) {
    this.id = id;
    this.order = id.toString();
  }

  void become(Fact.AgentStateChanged fact) {
    state = fact.to();
    reason = fact.reason();
    pending = fact.pending();
    sinceMs = fact.sinceMs();
    changedMs = fact.atMs();
    strikes = fact.strikes();
    work = fact.work();
    by = fact.by();
    terms = fact.terms();
    breaks.become(fact);
  }

  void coded(Fact.WrapUpCoded fact) {
    if (offer != null && offer.id().equals(fact.offer())) {
      offer.coded |= !fact.code().isEmpty();
    }
  }

  /** His part of this offer is over. */
  void workEnded(OfferId over) {
    if (offer != null && offer.id().equals(over)) {
      offer = null;
    }
  }

  public AgentId id() {
    return id;
  }

  /** Null: not in the configuration any more. */
  public @Nullable AgentSettings settings() {
    return settings;
  }

  /** What was set for him while the platform ran; null: what is configured holds. */
  public @Nullable Map<String, Integer> skillsSet() {
    return skillsSet;
  }

  /** Skill → level: what was set for him, else what is configured. */
  public Map<String, Integer> skills() {
    return skillsSet != null ? skillsSet : settings == null ? Map.of() : settings.skills();
  }

  /** Null: not in the configuration any more. */
  public @Nullable Handset handset() {
    return handset;
  }

  public AgentState state() {
    return state;
  }

  public String reason() {
    return reason;
  }

  public String pending() {
    return pending;
  }

  /** Since when he is idle, where he is ready or rings. */
  public long sinceMs() {
    return sinceMs;
  }

  /** When his last fact was written: up to then his work is counted. */
  public long changedMs() {
    return changedMs;
  }

  public int strikes() {
    return strikes;
  }

  /** His work up to the last change of his state. */
  public Fact.Workload work() {
    return work;
  }

  /** His work up to now: the time in his state counts as what it is. */
  public Fact.Workload workAt(long nowMs) {
    long ms = Math.max(0, nowMs - changedMs);
    return state.staffed()
        ? new Fact.Workload(work.calls(), work.busyMs() + (state.busy() ? ms : 0), work.staffedMs() + ms, work.offeredMs())
        : work;
  }

  /** The user who asked for his state, or for what is pending, in his place; empty: himself, or nobody. */
  public String by() {
    return by;
  }

  /** Since when he is in this state for this reason. */
  public long stateSinceMs() {
    return terms.stateSinceMs() == 0 ? changedMs : terms.stateSinceMs();
  }

  /** What bounds his state. */
  public Fact.Terms terms() {
    return terms;
  }

  /** His breaks to come. */
  public Breaks breaks() {
    return breaks;
  }

  /** What rings, is talked about or wrapped up. */
  public @Nullable Offer offer() {
    return offer;
  }

  public boolean signedIn() {
    return state != AgentState.SIGNED_OUT;
  }

  /** Whether he answers this queue, in whatever state he is. */
  public boolean serves(CallQueue queue) {
    return settings != null && settings.queues().contains(queue.id());
  }

  /** The calls that wait for him alone. */
  public Expected expected() {
    return expected;
  }

  /** Ready, with a phone that can be reached, on which he would hear and be heard, and which is not in a talk of somebody else. */
  public boolean offerable() {
    return state == AgentState.READY && settings != null && handset != null && handset.reachable() && handset.fit() && !handset.listening();
  }

  @Override
  Agent self() {
    return this;
  }

  /** Longest idle first; among equals the one order of names, so that a replay decides alike. */
  @Override
  boolean precedes(Agent other) {
    return sinceMs != other.sinceMs ? sinceMs < other.sinceMs : order.compareTo(other.order) < 0;
  }
}
