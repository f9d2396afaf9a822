package io.switchboard.acd.simulation;

import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * One seeded run: a small contact center, its callers and agents, and everything that can go wrong. The same seed is the same run. For one
 * thread.
 */
public final class Schedule {
  /** Fewer faults than this show nothing: the run goes on until there were so many. */
  public static final int LEAST_FAULTS = 3;
  /** A second each; nobody who can be answered waits longer once everybody works. */
  private static final int ROUNDS_TO_DRAIN = 300;

  private final long seed;
  private final Random dice;
  private final World world;
  private final MortalStage stage;
  private final Shadow shadow = new Shadow();
  private final Map<CallId, String> lives = new LinkedHashMap<>();
  private int read;
  private boolean sameRules;
  private String last = "";

  public Schedule(long seed) {
    this(seed, UnaryOperator.identity());
  }

  /** @param twist what becomes of the random settings, for tests of the test */
  Schedule(long seed, UnaryOperator<FloorSettings> twist) {
    this.seed = seed;
    this.dice = new Random(seed);
    this.world = new World(dice, twist);
    this.stage = world.stage;
  }

  /**
   * Goes on until so many events were told to the stage and {@value #LEAST_FAULTS} faults happened; then the faults stop and the queues must
   * drain. What is always true is checked after each step.
   *
   * @return what was violated first, with the seed and the events so far; empty when all went well
   */
  public List<String> run(int events) {
    List<String> broken = go(events);
    return broken.isEmpty() ? drain() : broken;
  }

  /** Without its end. */
  List<String> go(int events) {
    while (events() < events || faults() < LEAST_FAULTS) {
      List<String> broken = step(this::act);
      if (!broken.isEmpty()) {
        return List.of("seed " + seed + " after " + events() + " events (" + last + "): " + broken);
      }
    }
    return List.of();
  }

  /** Told to the stage: line events, callers' and agents' wishes, settings. What becomes due by time comes on top. */
  public int events() {
    return stage.told();
  }

  /** How often each kind happened. */
  public Map<Fault, Integer> faultsByKind() {
    return world.faults();
  }

  public int faults() {
    return world.faults().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** To plant in it what must never be. */
  World world() {
    return world;
  }

  private List<String> step(Runnable action) {
    Fairness.Before before = Fairness.Before.of(stage.floor());
    sameRules = true;
    action.run();
    world.time.advance(0); // what became due meanwhile rings now
    world.obey();
    List<String> broken = broken(before);
    world.closeInteractions();
    return broken;
  }

  private List<String> broken(Fairness.Before before) {
    Floor floor = stage.floor();
    List<String> broken = new ArrayList<>(Invariants.broken(floor, world.time.nowMs()));
    broken.addAll(world.network.violations);
    if (world.quiet()) {
      broken.addAll(Invariants.untrue(floor, world.network));
    }
    if (stage.brokeOff()) {
      broken.add("a decision broke off");
    }
    List<Fact> decided = stage.takeDecided();
    if (sameRules) {
      broken.addAll(Fairness.unfair(before, floor, decided));
    }
    List<Fact> facts = stage.facts();
    broken.addAll(Invariants.badLives(lives, unread(facts), false));
    if (!stage.held()) {
      broken.addAll(shadow.differs(floor, world.settings(), facts));
      if (dice.nextInt(25) == 0) {
        broken.addAll(Replayed.differs(floor, world.settings(), facts));
      }
    }
    return broken;
  }

  /** What became durable since this was asked last. */
  private List<Fact> unread(List<Fact> facts) {
    List<Fact> fresh = facts.subList(read, facts.size());
    read = facts.size();
    return fresh;
  }

  private void act() {
    int roll = dice.nextInt(100);
    if (roll < 20) {
      does("arrive", world::arrive);
    } else if (roll < 22) {
      does("key", world::pressKey);
    } else if (roll < 24) {
      does("callback", world::wantCallback);
    } else if (roll < 28) {
      does("customers", world::customers);
    } else if (roll < 34) {
      does("hang up", world::hangUp);
    } else if (roll < 56) {
      does("phones", world::legs);
    } else if (roll < 66) {
      does("ask", world::ask);
    } else if (roll < 82) {
      does("time", world::pass);
    } else if (roll < 84) {
      does("closure", world::switchClosure);
    } else if (roll < 92) {
      does("deliver", world::deliver);
    } else {
      disturb(roll);
    }
  }

  private void disturb(int roll) {
    switch (roll) {
      case 92 -> {
        sameRules = false;
        does("crash", world::crash);
      }
      case 93 -> does("link lost", world::loseLink);
      case 94, 95 -> does("journal", world::journalAway);
      case 96 -> {
        sameRules = false;
        does("configure", world::configure);
      }
      case 97 -> does("phone", world::phone);
      default -> does("restored", world::restore);
    }
  }

  private void does(String what, Runnable action) {
    last = what;
    action.run();
  }

  /** The faults stop; everybody comes to work and nobody new calls. */
  List<String> drain() {
    world.calm();
    for (int round = 0; round < ROUNDS_TO_DRAIN && busy(); round++) {
      List<String> broken = step(world::work);
      if (!broken.isEmpty()) {
        return List.of("seed " + seed + " draining round " + round + ": " + broken);
      }
    }
    List<String> broken = new ArrayList<>(Invariants.badLives(lives, unread(stage.facts()), true));
    broken.addAll(Replayed.differs(stage.floor(), world.settings(), stage.facts()));
    return broken.isEmpty() ? broken : List.of("seed " + seed + " in the end: " + broken);
  }

  private boolean busy() {
    return stage.floor().visits().stream().anyMatch(visit -> visit.inQueue() || !visit.offers().isEmpty());
  }
}
