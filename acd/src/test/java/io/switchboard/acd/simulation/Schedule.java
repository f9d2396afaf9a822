package io.switchboard.acd.simulation;

import io.switchboard.acd.AcdStage;
import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.agent.BreakPlan;
import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.CallOrder;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.Doors;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.acd.queue.Work;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.time.Hours;
import io.switchboard.core.time.ManualTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** One seeded run: a small contact center, its callers and agents, and everything that can go wrong. */
final class Schedule {
  static final TenantId DEMO = new TenantId("demo");
  private static final List<QueueId> QUEUES = List.of(QueueId.of("demo", "q0"), QueueId.of("demo", "q1"), QueueId.of("demo", "q2"));
  private static final int AGENTS = 6;

  private final long seed;
  private final Random dice;
  private final ManualTime time = new ManualTime(1_800_000_000_000L);
  private final FakeLine line = new FakeLine();
  private final List<LineEvent> onTheirWay = new ArrayList<>();
  private final Network network = new Network(this::happens);
  private final Set<CallId> told = new LinkedHashSet<>();
  private final List<CallId> toldHere = new ArrayList<>();
  private final Set<CallId> closed = new HashSet<>();
  private MemoryJournal journal = new MemoryJournal();
  private DirectSignals signals = new DirectSignals();
  private FloorSettings settings;
  private AcdStage stage;
  private boolean held;
  private boolean faults = true;
  private boolean lostEvents;
  private boolean[] dead = {false};
  private int calls;
  private final List<Fact> decided = new ArrayList<>();
  int faultsInjected;
  private String last = "";

  Schedule(long seed) {
    this.seed = seed;
    this.dice = new Random(seed);
    this.settings = settings();
    this.stage = start();
    network.linkUp = true;
    signals.send(network.snapshot());
  }

  /** @return what was violated first, with the seed and step; empty when all went well */
  List<String> run(int steps) {
    for (int i = 0; i < steps; i++) {
      List<String> broken = step(this::act);
      if (!broken.isEmpty()) {
        return List.of("seed " + seed + " step " + i + " (" + last + "): " + broken);
      }
    }
    return drain();
  }

  private List<String> step(Runnable action) {
    Invariants.Before before = Invariants.Before.of(stage.floor());
    AcdStage stageBefore = stage;
    action.run();
    time.advance(0); // what became due meanwhile rings now
    obey();
    List<String> broken = new ArrayList<>(Invariants.broken(stage.floor(), time.nowMs()));
    broken.addAll(network.violations);
    if (network.linkUp && !held && !lostEvents && onTheirWay.isEmpty()) {
      broken.addAll(Invariants.untrue(stage.floor(), network));
    }
    if (stage.brokenOff() > 0) {
      broken.add("a decision broke off");
    }
    if (stage == stageBefore && !last.equals("configure")) {
      broken.addAll(Invariants.unfair(before, stage.floor(), decided));
    }
    decided.clear();
    if (!held && dice.nextInt(25) == 0) {
      broken.addAll(Invariants.replayDiffers(stage.floor(), settings, journal.facts()));
    }
    closeInteractions();
    return broken;
  }

  private void act() {
    int roll = dice.nextInt(100);
    if (roll < 20) {
      last = "arrive";
      arrive();
    } else if (roll < 22) {
      last = "key";
      pick(network.calls).forEach(c -> signals.send(new CallSignal.LeaveQueue(c, QUEUES.get(dice.nextInt(3)), "1")));
    } else if (roll < 28) {
      last = "hang up";
      pick(network.calls).forEach(c -> network.callerGone(c, Party.CALLER));
    } else if (roll < 52) {
      last = "phones";
      legs();
    } else if (roll < 64) {
      last = "ask";
      ask();
    } else if (roll < 82) {
      last = "time";
      time.advance(dice.nextInt(4) == 0 ? dice.nextInt(30_000) : dice.nextInt(3_000));
    } else if (roll < 84) {
      last = "closure";
      signals.ask(new ClosureRequest(DEMO, dice.nextBoolean() ? null : QUEUES.get(dice.nextInt(3)), dice.nextInt(3) == 0, "sim"));
    } else if (roll < 92) {
      last = "deliver";
      deliver();
    } else {
      faultsInjected++;
      fault(roll);
    }
  }

  private void fault(int roll) {
    switch (roll) {
      case 92 -> {
        last = "crash";
        crash();
      }
      case 93 -> {
        last = "link lost";
        lose();
      }
      case 94, 95 -> {
        last = "journal";
        hold(!held);
      }
      case 96 -> {
        last = "configure";
        settings = settings();
        stage.configure(settings);
      }
      case 97 -> {
        last = "phone";
        String phone = "a" + dice.nextInt(AGENTS);
        boolean alive = !network.deadPhones.add(phone) && network.deadPhones.remove(phone);
        happens(new LineEvent.PhoneReachable(phone, alive));
      }
      default -> {
        last = "restored";
        restore();
      }
    }
  }

  // --- calls and agents

  private void arrive() {
    if (dice.nextInt(8) == 0 && !network.calls.isEmpty()) { // told twice, or on to another queue
      enqueue(pick(network.calls).getFirst());
      return;
    }
    if (dice.nextInt(10) == 0 && !toldHere.isEmpty()) { // a flow's word that comes too late
      enqueue(toldHere.get(dice.nextInt(toldHere.size())));
      return;
    }
    CallId call = new CallId("c" + calls++);
    network.calls.add(call);
    journal.append(List.of(new Fact.CallArrived(time.nowMs(), DEMO, call, "", "", "", "", "", "", "")), false, () -> {});
    enqueue(call);
  }

  private void enqueue(CallId call) {
    if (network.linkUp) {
      Map<String, Integer> skills = dice.nextInt(3) == 0 ? Map.of("s" + dice.nextInt(2), 1 + dice.nextInt(5)) : Map.of();
      AgentId preferred = dice.nextInt(4) == 0 ? AgentId.of("demo", "a" + dice.nextInt(AGENTS)) : null;
      signals.send(new CallSignal.Enqueue(
          call, QUEUES.get(dice.nextInt(3)), dice.nextInt(4) == 0 ? dice.nextInt(11) : 0, skills, "", "",
          dice.nextInt(5) == 0 ? "vip" : "", preferred));
    }
  }

  private void legs() {
    for (OfferId offer : pick(network.legs.keySet())) {
      Network.Leg leg = network.legs.get(offer);
      if (leg.connected) {
        if (dice.nextInt(3) == 0) {
          network.hold(offer);
        } else if (dice.nextBoolean()) {
          network.agentHangsUp(offer);
        } else {
          network.callerGone(offer.call(), Party.CALLER);
        }
      } else {
        switch (dice.nextInt(6)) {
          case 0 -> happens(new LineEvent.OfferRinging(offer));
          case 1 -> network.fail(offer, OfferEnding.values()[dice.nextInt(4)]);
          case 2 -> network.fail(offer, OfferEnding.FAILED);
          default -> network.answer(offer);
        }
      }
    }
  }

  private void ask() {
    AgentId agent = AgentId.of("demo", "a" + dice.nextInt(AGENTS));
    if (dice.nextInt(10) == 0) { // not of the last two, who can take anything
      Map<String, Integer> skills = dice.nextBoolean() ? null : Map.of("s" + dice.nextInt(2), 1 + dice.nextInt(9));
      signals.ask(new AgentRequest.SetSkills(AgentId.of("demo", "a" + dice.nextInt(AGENTS - 2)), skills, "sim"));
      return;
    }
    String by = dice.nextInt(3) == 0 ? "sim" : "";
    signals.ask(switch (dice.nextInt(10)) {
      case 0, 1 -> new AgentRequest.SignIn(agent, by);
      case 2 -> new AgentRequest.NotReady(agent, "r" + dice.nextInt(4), by);
      case 3 -> new AgentRequest.SignOut(agent, by);
      case 4 -> new AgentRequest.ExtendWrapUp(agent, by);
      case 5 -> new AgentRequest.PlanBreak(agent, "r0", dice.nextInt(10_000), dice.nextInt(3) * 5_000L, "sim");
      default -> new AgentRequest.Ready(agent, by);
    });
  }

  // --- the way from the network to the stage: late, in another order, twice, or never

  private void happens(LineEvent event) {
    if (!network.linkUp) {
      return;
    }
    int fate = faults ? dice.nextInt(20) : 19;
    if (fate == 0) {
      lostEvents = true;
    } else if (fate < 4) {
      onTheirWay.add(dice.nextInt(onTheirWay.size() + 1), event);
    } else {
      tell(event);
      if (fate == 4) {
        onTheirWay.add(event);
      }
    }
  }

  private void tell(LineEvent event) {
    signals.send(event);
    if (event instanceof LineEvent.CallerGone gone) {
      told.add(gone.call());
      toldHere.add(gone.call());
    }
  }

  private void deliver() {
    if (!onTheirWay.isEmpty()) {
      tell(onTheirWay.remove(dice.nextInt(onTheirWay.size())));
    }
    if (lostEvents && dice.nextInt(4) == 0) { // a gap is noticed and the truth told
      restore();
    }
  }

  private void obey() {
    for (int i = 0; i < 100 && !line.commands.isEmpty(); i++) {
      network.obey(line.commands);
    }
  }

  private void lose() {
    network.linkUp = false;
    onTheirWay.clear();
    signals.send(new LineEvent.Lost("sim"));
  }

  private void restore() {
    obey();
    onTheirWay.clear();
    lostEvents = false;
    network.linkUp = true;
    signals.send(network.snapshot());
    network.holds().forEach(signals::send);
    journal.facts().stream().map(Fact::call).filter(c -> c != null && !network.calls.contains(c)).forEach(told::add);
  }

  private void crash() {
    stage = start();
    held = false;
    network.linkUp = false;
    line.commands.clear();
    onTheirWay.clear();
    toldHere.clear();
    lostEvents = false;
    time.advance(dice.nextInt(3_000));
    if (dice.nextBoolean()) {
      restore();
    }
  }

  /** A process with what the journal kept; what the one before it still had in hand is gone with it. */
  private AcdStage start() {
    dead[0] = true;
    dead = new boolean[] {false};
    signals = new DirectSignals();
    boolean[] mine = dead;
    MemoryJournal kept = new MemoryJournal();
    kept.append(journal.facts(), false, () -> {});
    journal = kept;
    AcdStage started = new AcdStage(
        settings, signals, noting(kept), line, time, (at, due) -> time.at(at, () -> {
          if (!mine[0]) {
            due.run();
          }
        }), Runnable::run);
    kept.replayLive(started::restore);
    started.open();
    return started;
  }

  /** Notes what was decided when it was, not when it became durable. */
  private Journal noting(Journal kept) {
    return new Journal() {
      @Override
      public void append(List<Fact> facts, boolean urgent, Runnable durable) {
        decided.addAll(facts);
        kept.append(facts, urgent, durable);
      }

      @Override
      public void replayLive(Consumer<Fact> each) {
        kept.replayLive(each);
      }

      @Override
      public void replaySince(long sinceMs, Consumer<Fact> each) {
        kept.replaySince(sinceMs, each);
      }
    };
  }

  private void hold(boolean now) {
    held = now;
    if (now) {
      journal.hold();
    } else {
      journal.release();
    }
  }

  /** What the call's own stage does: when caller and agent are done, nothing more comes under this id. */
  private void closeInteractions() {
    if (held) {
      return;
    }
    for (CallId call : List.copyOf(told)) {
      boolean wrapsUp = stage.floor().staff().all().stream().anyMatch(a -> a.offer() != null && a.offer().id().call().equals(call));
      if (!network.calls.contains(call) && stage.floor().visit(call) == null && !wrapsUp) {
        told.remove(call);
        if (closed.add(call)) {
          journal.append(List.of(new Fact.InteractionClosed(time.nowMs(), DEMO, call)), false, () -> {});
        }
      }
    }
  }

  /** The faults stop; everybody comes to work and nobody new calls. */
  private List<String> drain() {
    faults = false;
    hold(false);
    network.deadPhones.clear();
    restore();
    signals.ask(new ClosureRequest(DEMO, null, false, "sim"));
    QUEUES.forEach(q -> signals.ask(new ClosureRequest(DEMO, q, false, "sim")));
    for (int round = 0; round < 300 && stage.floor().visits().stream().anyMatch(v -> v.inQueue() || v.offer() != null); round++) {
      List<String> broken = step(() -> {
        last = "drain";
        for (int a = 0; a < AGENTS; a++) {
          AgentId agent = AgentId.of("demo", "a" + a);
          signals.ask(new AgentRequest.SignIn(agent));
          signals.ask(new AgentRequest.Ready(agent));
        }
        obey();
        for (Network.Leg leg : List.copyOf(network.legs.values())) {
          if (leg.connected) {
            network.agentHangsUp(leg.offer);
          } else {
            network.answer(leg.offer);
          }
        }
        time.advance(1_000);
      });
      if (!broken.isEmpty()) {
        return List.of("seed " + seed + " draining round " + round + ": " + broken);
      }
    }
    List<String> broken = new ArrayList<>(Invariants.badLives(journal.facts(), true));
    broken.addAll(Invariants.replayDiffers(stage.floor(), settings, journal.facts()));
    return broken.isEmpty() ? broken : List.of("seed " + seed + " in the end: " + broken);
  }

  // --- what the dice say

  private <T> List<T> pick(Collection<T> some) {
    List<T> all = List.copyOf(some);
    return all.isEmpty() ? List.of() : List.of(all.get(dice.nextInt(all.size())));
  }

  private Work work() {
    WrapUp wrapUp = switch (dice.nextInt(4)) {
      case 0 -> WrapUp.NONE;
      case 1 -> WrapUp.fixed(4_000);
      case 2 -> new WrapUp(4_000, 3_000, 2);
      default -> WrapUp.endless();
    };
    return new Work(wrapUp, dice.nextBoolean() ? Work.ALL_STRIKES : Set.of(OfferEnding.UNANSWERED), dice.nextBoolean());
  }

  /** One that comes while the schedule runs. */
  private List<BreakPlan> breaks() {
    LocalTime soon = LocalTime.ofInstant(Instant.ofEpochMilli(time.nowMs() + dice.nextInt(120_000)), ZoneOffset.UTC);
    return dice.nextInt(3) > 0 ? List.of() : List.of(new BreakPlan("r1", soon, ZoneOffset.UTC, 60_000, dice.nextInt(2) * 20_000L));
  }

  private Map<String, NotReadyReason> reasons() {
    return dice.nextBoolean() ? Map.of() : Map.of(
        "r0", NotReadyReason.FREE, "r1", new NotReadyReason(6_000, false), "r2", new NotReadyReason(8_000, true));
  }

  private Choice choice() {
    AgentPolicy policy = AgentPolicy.values()[dice.nextInt(AgentPolicy.values().length)];
    return new Choice(
        policy, dice.nextInt(4) == 0 ? new Reserve(1, 2) : Reserve.NONE, dice.nextInt(3) == 0 ? 8_000 : 0);
  }

  private FloorSettings settings() {
    List<QueueSettings> queues = QUEUES.stream().map(id -> new QueueSettings(
        id, dice.nextInt(3) == 0 ? Map.of("s0", 3) : Map.of(),
        dice.nextBoolean() ? List.of() : List.of(
            new Relaxation(5_000, Map.of("s0", 1, "s1", 2)), new Relaxation(12_000, Map.of("s0", 0, "s1", 0))),
        new CallOrder(dice.nextInt(2), 10_000L * dice.nextInt(3)), choice(), 10_000, work(),
        new Waiting(dice.nextInt(2) * 7_000L, dice.nextBoolean(), "default"),
        new Doors(dice.nextInt(4) == 0 ? 12 : 0, dice.nextInt(3) == 0 ? 20_000 : 0, Hours.always(), dice.nextBoolean()))).toList();
    List<AgentSettings> agents = new ArrayList<>();
    for (int a = 0; a < AGENTS; a++) {
      // the last two can take anything, so that every queue can drain
      boolean expert = a >= AGENTS - 2;
      Map<String, Integer> skills = expert ? Map.of("s0", 9, "s1", 9) : dice.nextBoolean() ? Map.of("s0", 1 + dice.nextInt(5)) : Map.of();
      Set<QueueId> answers = expert ? Set.copyOf(QUEUES) : Set.of(QUEUES.get(dice.nextInt(3)));
      agents.add(new AgentSettings(AgentId.of("demo", "a" + a), "a" + a, new Phone.Endpoint("a" + a), skills, answers,
          1 + dice.nextInt(3), 1 + dice.nextInt(3), dice.nextBoolean(), breaks()));
    }
    if (dice.nextInt(4) == 0) {
      agents.removeFirst();
    }
    return new FloorSettings(queues, agents, Map.of(DEMO, new FloorSettings.Names(Set.of("s0", "s1"), Map.of("vip", 3), reasons())), 6_000, 30_000,
        FloorSettings.RING_GRACE_MS);
  }
}
