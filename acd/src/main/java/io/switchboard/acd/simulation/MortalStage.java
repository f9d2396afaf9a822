package io.switchboard.acd.simulation;

import io.switchboard.acd.AcdStage;
import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.line.Line;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.Signal;
import io.switchboard.core.time.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The stage in a process that may die. What the journal kept outlives it; what it still had in hand does not. */
final class MortalStage {
  /** One process; its timers ring no more once it is over. */
  private static final class Life {
    private boolean over;
  }

  private final ManualTime time;
  private final Line line;
  private final List<Fact> decided = new ArrayList<>();
  private MemoryJournal journal = new MemoryJournal();
  private DirectSignals signals;
  private AcdStage stage;
  private Life life;
  private boolean held;
  private int told;

  MortalStage(FloorSettings settings, ManualTime time, Line line) {
    this.time = time;
    this.line = line;
    this.life = new Life();
    this.signals = new DirectSignals();
    this.stage = start(settings);
  }

  /** It dies, and another begins. */
  void crash(FloorSettings settings) {
    life.over = true;
    life = new Life();
    held = false;
    MemoryJournal kept = new MemoryJournal();
    kept.append(journal.facts(), false, () -> {});
    journal = kept;
    signals = new DirectSignals();
    stage = start(settings);
  }

  private AcdStage start(FloorSettings settings) {
    Life mine = life;
    MemoryJournal kept = journal;
    AcdStage started = new AcdStage(
        settings, signals, noting(kept), line, time, (at, due) -> time.at(at, () -> {
          if (!mine.over) {
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
      public void replayTalks(long sinceMs, int most, Consumer<Fact.Connected> each) {
        kept.replayTalks(sinceMs, most, each);
      }

      @Override
      public void replayDials(long sinceMs, Consumer<Fact.Dial.DialBegun> each) {
        kept.replayDials(sinceMs, each);
      }

      @Override
      public void replaySince(long sinceMs, Consumer<Fact> each) {
        kept.replaySince(sinceMs, each);
      }
    };
  }

  void send(Signal signal) {
    told++;
    signals.send(signal);
  }

  void ask(Request<?> request) {
    told++;
    signals.ask(request);
  }

  void configure(FloorSettings settings) {
    told++;
    stage.configure(settings);
  }

  /** While it is held, nothing that is decided becomes durable. */
  void hold(boolean now) {
    held = now;
    if (now) {
      journal.hold();
    } else {
      journal.release();
    }
  }

  boolean held() {
    return held;
  }

  /** What another stage writes. */
  void append(Fact fact) {
    journal.append(List.of(fact), false, () -> {});
  }

  /** Everything durable, in order. */
  List<Fact> facts() {
    return journal.facts();
  }

  /** Everything durable of this kind, in order. */
  <F extends Fact> List<F> facts(Class<F> type) {
    return journal.facts(type);
  }

  /** What was decided since this was asked last. */
  List<Fact> takeDecided() {
    List<Fact> taken = List.copyOf(decided);
    decided.clear();
    return taken;
  }

  Floor floor() {
    return stage.floor();
  }

  /** A decision was broken off by a bug. */
  boolean brokeOff() {
    return stage.brokenOff() > 0;
  }

  /** Signals, requests and settings that it was given, over all its lives. */
  int told() {
    return told;
  }
}
