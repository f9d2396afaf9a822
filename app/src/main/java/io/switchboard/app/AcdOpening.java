package io.switchboard.app;

import io.switchboard.acd.AcdStage;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.LastAgents;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.adapter.vertx.Stage;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.line.Line;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the ACD with what it has to know of before this run: who dropped off, what was dialled today, how fast it went, who talked with whom. */
final class AcdOpening {
  private static final Logger LOG = LoggerFactory.getLogger(AcdOpening.class);
  /** A phone waits so long for the screen, which needs a few milliseconds; no caller hears that. */
  private static final long SCREENS_WITHIN_MS = 100;
  /** Handed over in one go: a millisecond of the routing thread. */
  private static final int TALKS_AT_ONCE = 2_000;

  private final Configuration configuration;
  private final Journal journal;
  private final Clock clock;
  private final Stage.Loop loop;
  private final AcdStage stage;

  AcdOpening(Configuration configuration, Signals signals, Journal journal, Line line, Clock clock, Stage.Loop loop) {
    this.configuration = configuration;
    this.journal = journal;
    this.clock = clock;
    this.loop = loop;
    this.stage = new AcdStage(configuration.floor(), signals, journal, line, clock, loop.timers(), loop.owner());
  }

  void open(List<Fact> live) {
    live.forEach(stage::restore);
    stage.recallDropped(dropped());
    stage.recallDials(dialledToday());
    stage.awaitScreens(SCREENS_WITHIN_MS);
    stage.open();
    PaceBefore.read(configuration.floor(), journal, clock.nowMs(), seen -> loop.owner().execute(() -> stage.recall(seen)));
    remember(configuration.floor());
  }

  void publish(Configuration changed) {
    loop.owner().execute(() -> stage.configure(changed.floor()));
    remember(changed.floor());
  }

  /** Of the last minutes only, so before the first call. */
  private List<Fact> dropped() {
    long redialMs = configuration.floor().queues().stream().mapToLong(queue -> queue.returns().redialMs()).max().orElse(0);
    List<Fact> before = new ArrayList<>();
    if (redialMs > 0) {
      journal.replaySince(clock.nowMs() - redialMs, fact -> {
        if (fact instanceof Fact.QueueEntered || fact instanceof Fact.QueueLeft) {
          before.add(fact);
        }
      });
    }
    return before;
  }

  /** Of every tenant from its midnight on. */
  private List<Fact.Dial.DialBegun> dialledToday() {
    long nowMs = clock.nowMs();
    long sinceMs = configuration.tenants().stream().mapToLong(tenant -> tenant.dialling().midnightMs(nowMs)).min().orElse(nowMs);
    List<Fact.Dial.DialBegun> dialled = new ArrayList<>();
    journal.replayDials(sinceMs, dialled::add);
    return dialled;
  }

  /** Beside the calls: it takes a second or two, and until then a call that would prefer its last agent is anybody's. */
  private void remember(FloorSettings floor) {
    long longestMs = floor.queues().stream().mapToLong(queue -> queue.choice().lastAgentMs()).max().orElse(0);
    if (longestMs > 0) {
      Thread.ofVirtual().name("last-agents").start(() -> {
        try {
          remember(clock.nowMs() - longestMs);
        } catch (UncheckedIOException e) {
          LOG.warn("calls go to anybody instead of the agent who talked with them last before this start: {}", e.getMessage());
        }
      });
    }
  }

  private void remember(long sinceMs) {
    List<Fact.Connected> talks = new ArrayList<>();
    journal.replayTalks(sinceMs, LastAgents.MOST, talks::add);
    for (int from = 0; from < talks.size(); from += TALKS_AT_ONCE) {
      List<Fact.Connected> some = talks.subList(from, Math.min(from + TALKS_AT_ONCE, talks.size()));
      loop.owner().execute(() -> stage.remember(some));
    }
  }
}
