package io.switchboard.acd.floor;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Phone;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All agents, their phones, and the pools of those who are ready. */
public final class Staff {
  private final Map<AgentId, Agent> agents = new LinkedHashMap<>();
  private final Map<Phone, Handset> handsets = new HashMap<>();
  private final Map<Pool.Profile, Pool> pools = new HashMap<>();
  private final Alarms alarms;
  private int offerable;
  private Function<QueueId, CallQueue> queues = id -> new CallQueue(id, new Alarms());

  Staff(Alarms alarms) {
    this.alarms = alarms;
  }

  public Collection<Agent> all() {
    return agents.values();
  }

  public @Nullable Agent agent(AgentId id) {
    return agents.get(id);
  }

  /** The phone of this endpoint, or null when no agent has it. */
  public @Nullable Handset endpoint(String name) {
    return handsets.get(new Phone.Endpoint(name));
  }

  public Collection<Handset> handsets() {
    return handsets.values();
  }

  /** How many can be offered a call. */
  public int offerable() {
    return offerable;
  }

  /** Who can be offered a call. Looks at everybody: for the rare events that change everything. */
  public List<Agent> allOfferable() {
    return agents.values().stream().filter(Agent::listed).toList();
  }

  /** The first call, in the one order across his queues, that this agent may take, or null. */
  public @Nullable Visit firstCallFor(Agent agent, long nowMs) {
    if (!agent.listed() || agent.pool == null) {
      return null;
    }
    Visit first = agent.pool.firstCall(nowMs);
    Visit own = agent.expected.first();
    return own != null && (first == null || own.precedes(first)) ? own : first;
  }

  /** Whether the agent answers this queue and has the skills for what the waiting call asks for now; says nothing of his state. */
  public boolean mayTake(Agent agent, Visit visit) {
    if (visit.expected != null) {
      return visit.expected.agent() == agent && agent.serves(visit.queue());
    }
    return agent.pool != null && visit.lane != null && agent.serves(visit.queue()) && agent.pool.enoughFor(visit.lane.requirement());
  }

  /**
   * The phone could not be rung, or can again. A phone that rests is tried again at {@code retryMs} ({@link Alarms#NEVER}: when it is heard
   * of).
   */
  public void reachable(Handset handset, boolean reachable, long retryMs) {
    handset.reachable = reachable;
    if (reachable || retryMs == Alarms.NEVER) {
      alarms.clear(handset.retry);
    } else {
      alarms.set(handset.retry, retryMs);
    }
    handset.agents.forEach(this::seat);
  }

  /** The page that is this phone is gone since then; 0: it is here. */
  public void pageGone(Handset handset, long sinceMs) {
    handset.page = true;
    handset.pageGoneMs = sinceMs;
    if (sinceMs == 0) {
      handset.setAside = null;
    }
  }

  /** The caller of this talk hears music until the page is back. */
  public void setAside(Handset handset, OfferId talk) {
    handset.setAside = talk;
  }

  /** An agent could, or could not, hear a caller on this phone and be heard. */
  public void fit(Handset handset, boolean fit) {
    handset.fit = fit;
    handset.agents.forEach(this::seat);
  }

  /** A supervisor begins to hear a talk on his phone, or hears it no more. */
  void listening(AgentId id, boolean now) {
    Handset handset = known(id).handset;
    if (handset != null) {
      handset.listening = now;
      handset.agents.forEach(this::seat);
    }
  }

  // --- what the floor does here

  Agent known(AgentId id) {
    return agents.computeIfAbsent(id, Agent::new);
  }

  void become(Agent agent, Fact.AgentStateChanged fact) {
    unseat(agent);
    boolean was = agent.signedIn();
    agent.become(fact);
    if (was != agent.signedIn()) {
      count(agent, agent.signedIn() ? 1 : -1);
    }
    seat(agent);
  }

  /** Nobody is to be offered a call until {@link #configure}: queues are rebuilt. */
  void standDown() {
    agents.values().forEach(this::unseat);
  }

  void configure(List<AgentSettings> settings, Function<QueueId, CallQueue> byId) {
    queues = byId;
    pools.clear();
    Map<Phone, Handset> before = new HashMap<>(handsets);
    handsets.clear();
    agents.values().forEach(a -> dismiss(a));
    settings.forEach(s -> employ(known(s.id()), s, before));
    before.forEach((phone, handset) -> {
      if (!handsets.containsKey(phone)) {
        alarms.clear(handset.retry);
      }
    });
    agents.values().removeIf(a -> a.settings == null && !a.signedIn() && a.skillsSet == null);
    agents.values().forEach(a -> {
      count(a, a.signedIn() ? 1 : 0);
      seat(a);
    });
  }

  private static void dismiss(Agent agent) {
    agent.settings = null;
    agent.breaks.plan();
    agent.pool = null;
    if (agent.handset != null) {
      agent.handset.agents.clear();
      agent.handset = null;
    }
  }

  private void employ(Agent agent, AgentSettings settings, Map<Phone, Handset> before) {
    agent.settings = settings;
    agent.breaks.plan();
    Handset handset = handsets.computeIfAbsent(settings.phone(), phone -> before.getOrDefault(phone, new Handset(phone)));
    handset.agents.add(agent);
    agent.handset = handset;
    pool(agent, settings);
  }

  /** Among those of whom each may take whatever he may. */
  private void pool(Agent agent, AgentSettings settings) {
    agent.pool = pools.computeIfAbsent(
        new Pool.Profile(settings.queues(), agent.skills()), p -> new Pool(p, p.queues().stream().map(queues).toList()));
  }

  /** Other skills, or the configured ones again. */
  void skilled(AgentId id, @Nullable Map<String, Integer> skills) {
    Agent agent = known(id);
    unseat(agent);
    agent.skillsSet = skills == null ? null : Map.copyOf(skills);
    if (agent.settings != null) {
      pool(agent, agent.settings);
    }
    seat(agent);
  }

  private void count(Agent agent, int change) {
    if (agent.settings != null && change != 0) {
      for (QueueId queue : agent.settings.queues()) {
        queues.apply(queue).signedIn += change;
      }
    }
  }

  /** Puts him among those who can be offered a call, or takes him out. */
  private void seat(Agent agent) {
    if (agent.pool != null && agent.offerable() != agent.listed()) {
      if (agent.listed()) {
        unseat(agent);
      } else {
        agent.pool.add(agent);
        offerable++;
      }
    }
  }

  private void unseat(Agent agent) {
    if (agent.pool != null && agent.listed()) {
      agent.pool.remove(agent);
      offerable--;
    }
  }
}
