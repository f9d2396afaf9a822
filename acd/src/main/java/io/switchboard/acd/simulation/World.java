package io.switchboard.acd.simulation;

import static io.switchboard.acd.simulation.RandomSettings.AGENTS;
import static io.switchboard.acd.simulation.RandomSettings.DEMO;
import static io.switchboard.acd.simulation.RandomSettings.QUEUES;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.CallbackRequest;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.time.ManualTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A small contact center with its callers, agents and telephone network, and what can happen to each of them. The dice say to whom and how.
 */
final class World {
  static final long START_MS = 1_800_000_000_000L;

  final ManualTime time = new ManualTime(START_MS);
  final Network network = new Network(this::happens);
  final MortalStage stage;
  private final Random dice;
  private final UnaryOperator<FloorSettings> twist;
  private final Wire wire;
  private final FakeLine line = new FakeLine();
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final Set<CallId> gone = new LinkedHashSet<>();
  private final List<CallId> goneInThisLife = new ArrayList<>();
  private final Set<CallId> closed = new HashSet<>();
  private FloorSettings settings;
  private boolean calm;
  private int calls;

  World(Random dice, UnaryOperator<FloorSettings> twist) {
    this.dice = dice;
    this.twist = twist;
    this.settings = twist.apply(RandomSettings.of(dice));
    this.wire = new Wire(dice, this::tell, this::happened);
    this.stage = new MortalStage(settings, time, line);
    network.linkUp = true;
    stage.send(network.snapshot());
  }

  FloorSettings settings() {
    return settings;
  }

  Map<Fault, Integer> faults() {
    return Map.copyOf(faults);
  }

  /** Everything that happened has been told, and what was decided is durable. */
  boolean quiet() {
    return network.linkUp && !stage.held() && wire.quiet();
  }

  private void happened(Fault fault) {
    faults.merge(fault, 1, Integer::sum);
  }

  // --- calls and agents

  void arrive() {
    if (dice.nextInt(8) == 0 && !inFlows().isEmpty()) { // told twice, or on to another queue
      enqueue(pick(inFlows()).getFirst());
      return;
    }
    if (dice.nextInt(10) == 0 && !goneInThisLife.isEmpty()) { // a flow's word that comes too late
      enqueue(goneInThisLife.get(dice.nextInt(goneInThisLife.size())));
      return;
    }
    CallId call = new CallId("c" + calls++);
    network.calls.add(call);
    stage.append(new Fact.CallArrived(time.nowMs(), DEMO, call, "", "", "", "", "", "", ""));
    enqueue(call);
  }

  /** Who called, other than who was called back, runs a flow, whose word may come at any time. */
  private List<CallId> inFlows() {
    return network.calls.stream().filter(World::inFlow).toList();
  }

  private static boolean inFlow(CallId call) {
    return !call.value().contains("+");
  }

  private void enqueue(CallId call) {
    if (network.linkUp) {
      Map<String, Integer> skills = dice.nextInt(3) == 0 ? Map.of("s" + dice.nextInt(2), 1 + dice.nextInt(5)) : Map.of();
      AgentId preferred = dice.nextInt(4) == 0 ? AgentId.of("demo", "a" + dice.nextInt(AGENTS)) : null;
      stage.send(new CallSignal.Enqueue(
          call, QUEUES.get(dice.nextInt(3)), dice.nextInt(4) == 0 ? dice.nextInt(11) : 0, skills, number(), "",
          dice.nextInt(5) == 0 ? "vip" : "", preferred, dice.nextBoolean()));
    }
  }

  /** Few, so that they come again. */
  private String number() {
    return dice.nextBoolean() ? "" : "+49301234" + dice.nextInt(9);
  }

  /** As a flow would: he leaves the queue by a key, asks to be called back, and mostly hangs up. */
  void wantCallback() {
    for (CallId call : pick(inFlows())) {
      QueueId queue = QUEUES.get(dice.nextInt(3));
      stage.send(new CallSignal.LeaveQueue(call, queue, "2"));
      stage.send(new CallSignal.RequestCallback(call, queue, "+49301234" + dice.nextInt(9), "", "en"));
      if (dice.nextInt(4) > 0) {
        network.callerGone(call, Party.CALLER);
      }
    }
  }

  /** Something happens to one customer who is being called back; or somebody calls one off. */
  void customers() {
    for (OfferId offer : pick(network.dials)) {
      if (dice.nextInt(3) == 0) {
        network.customerMisses(offer, OfferEnding.values()[dice.nextInt(4)]);
      } else {
        network.customerAnswers(offer);
      }
    }
    if (dice.nextInt(6) == 0) {
      pick(stage.floor().callbacks().all()).forEach(callback -> stage.ask(
          new CallbackRequest.Cancel(callback.booked().call(), callback.booked().queue(), "sim")));
    }
  }

  /** Something happens to one agent's leg. */
  void legs() {
    for (OfferId offer : pick(network.legs.keySet())) {
      Network.Leg leg = network.legs.get(offer);
      if (leg == null) {
        continue;
      }
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

  /** An agent asks for something. */
  void ask() {
    AgentId agent = AgentId.of("demo", "a" + dice.nextInt(AGENTS));
    if (dice.nextInt(10) == 0) { // not of the last two, who can take anything
      Map<String, Integer> skills = dice.nextBoolean() ? null : Map.of("s" + dice.nextInt(2), 1 + dice.nextInt(9));
      stage.ask(new AgentRequest.SetSkills(AgentId.of("demo", "a" + dice.nextInt(AGENTS - 2)), skills, "sim"));
      return;
    }
    String by = dice.nextInt(3) == 0 ? "sim" : "";
    stage.ask(switch (dice.nextInt(10)) {
      case 0, 1 -> new AgentRequest.SignIn(agent, by);
      case 2 -> new AgentRequest.NotReady(agent, "r" + dice.nextInt(4), by);
      case 3 -> new AgentRequest.SignOut(agent, by);
      case 4 -> new AgentRequest.ExtendWrapUp(agent, by);
      case 5 -> new AgentRequest.PlanBreak(agent, "r0", dice.nextInt(10_000), dice.nextInt(3) * 5_000L, "sim");
      default -> new AgentRequest.Ready(agent, by);
    });
  }

  void hangUp() {
    pick(network.calls).forEach(call -> network.callerGone(call, Party.CALLER));
  }

  void pressKey() {
    pick(inFlows()).forEach(call -> stage.send(new CallSignal.LeaveQueue(call, QUEUES.get(dice.nextInt(3)), "1")));
  }

  void switchClosure() {
    stage.ask(new ClosureRequest(DEMO, dice.nextBoolean() ? null : QUEUES.get(dice.nextInt(3)), dice.nextInt(3) == 0, "sim"));
  }

  void pass() {
    time.advance(dice.nextInt(4) == 0 ? dice.nextInt(30_000) : dice.nextInt(3_000));
  }

  void configure() {
    settings = twist.apply(RandomSettings.of(dice));
    stage.configure(settings);
  }

  // --- faults, and their end

  void journalAway() {
    if (!stage.held()) {
      happened(Fault.JOURNAL_AWAY);
    }
    stage.hold(!stage.held());
  }

  /** From now on nothing goes wrong, and what went wrong is put right. */
  void calm() {
    calm = true;
    stage.hold(false);
    network.deadPhones.clear();
    restore();
    stage.ask(new ClosureRequest(DEMO, null, false, "sim"));
    QUEUES.forEach(queue -> stage.ask(new ClosureRequest(DEMO, queue, false, "sim")));
  }

  /** Everybody comes to work and answers, everybody who talks hangs up, and a second passes. Who is in no queue goes home. */
  void work() {
    for (int a = 0; a < AGENTS; a++) {
      AgentId agent = AgentId.of("demo", "a" + a);
      stage.ask(new AgentRequest.SignIn(agent));
      stage.ask(new AgentRequest.Ready(agent));
    }
    obey();
    for (OfferId dial : List.copyOf(network.dials)) {
      network.customerAnswers(dial);
    }
    obey();
    for (Network.Leg leg : List.copyOf(network.legs.values())) {
      if (leg.connected) {
        network.agentHangsUp(leg.offer);
      } else {
        network.answer(leg.offer);
      }
    }
    for (CallId call : List.copyOf(network.calls)) {
      Visit visit = stage.floor().visit(call);
      if (visit == null || visit.state() == VisitState.LEFT) {
        network.callerGone(call, Party.CALLER);
      }
    }
    time.advance(1_000);
  }

  // --- the line, and what it tells

  private void happens(LineEvent event) {
    if (network.linkUp && calm) {
      tell(event);
    } else if (network.linkUp) {
      wire.carry(event);
    }
  }

  private void tell(LineEvent event) {
    stage.send(event);
    if (event instanceof LineEvent.CallerGone over) {
      gone.add(over.call());
      if (inFlow(over.call())) {
        goneInThisLife.add(over.call());
      }
    }
  }

  void deliver() {
    wire.deliver();
    if (wire.gap() && dice.nextInt(4) == 0) { // it is noticed, and the truth told
      restore();
    }
  }

  /** The network does what the stage commanded. */
  void obey() {
    for (int i = 0; i < 100 && !line.commands.isEmpty(); i++) {
      network.obey(line.commands);
    }
  }

  /** A phone dies, or comes back. */
  void phone() {
    String phone = "a" + dice.nextInt(AGENTS);
    boolean dies = network.deadPhones.add(phone);
    if (dies) {
      happened(Fault.PHONE_DEAD);
    } else {
      network.deadPhones.remove(phone);
    }
    happens(new LineEvent.PhoneReachable(phone, !dies));
  }

  void loseLink() {
    if (network.linkUp) {
      happened(Fault.LINK_LOST);
    }
    network.linkUp = false;
    wire.cut();
    stage.send(new LineEvent.Lost("sim"));
  }

  /** The link is there, and the whole truth is told. */
  void restore() {
    obey();
    wire.cut();
    network.linkUp = true;
    stage.send(network.snapshot());
    network.holds().forEach(stage::send);
    stage.facts().stream().map(Fact::call).filter(c -> c != null && !network.calls.contains(c)).forEach(gone::add);
  }

  void crash() {
    happened(Fault.CRASH);
    stage.crash(settings);
    network.linkUp = false;
    line.commands.clear();
    wire.cut();
    goneInThisLife.clear();
    time.advance(dice.nextInt(3_000));
    if (dice.nextBoolean()) {
      restore();
    }
  }

  /** What the call's own stage does: when caller and agent are done, nothing more comes under this id. */
  void closeInteractions() {
    if (stage.held()) {
      return;
    }
    stage.facts(Fact.CallbackBooked.class).stream().map(Fact::call).filter(call -> !closed.contains(call)).forEach(gone::add);
    for (CallId call : List.copyOf(gone)) {
      boolean wrapsUp = stage.floor().staff().all().stream().anyMatch(a -> a.offer() != null && a.offer().id().call().equals(call));
      if (!network.calls.contains(call) && stage.floor().visit(call) == null && !wrapsUp) {
        gone.remove(call);
        if (closed.add(call)) {
          stage.append(new Fact.InteractionClosed(time.nowMs(), DEMO, call));
        }
      }
    }
  }

  private <T> List<T> pick(Collection<T> some) {
    List<T> all = List.copyOf(some);
    return all.isEmpty() ? List.of() : List.of(all.get(dice.nextInt(all.size())));
  }
}
