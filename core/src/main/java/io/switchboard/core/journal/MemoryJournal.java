package io.switchboard.core.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** A journal in memory. {@link #hold} keeps commits back until {@link #release}, as a slow disk would. */
public final class MemoryJournal implements Journal {
  private record Append(List<Fact> facts, Runnable durable) {}

  private final List<Fact> facts = new ArrayList<>();
  private final Queue<Append> held = new ArrayDeque<>();
  private boolean holding;

  @Override
  public void append(List<Fact> added, boolean urgent, Runnable durable) {
    if (holding) {
      held.add(new Append(List.copyOf(added), durable));
    } else {
      facts.addAll(added);
      durable.run();
    }
  }

  public void hold() {
    holding = true;
  }

  public void release() {
    holding = false;
    while (!held.isEmpty()) {
      Append next = held.poll();
      facts.addAll(next.facts());
      next.durable().run();
    }
  }

  /** What a crash would leave: everything committed, nothing held back. */
  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  public <F extends Fact> List<F> facts(Class<F> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void replayLive(Consumer<Fact> each) {
    List.copyOf(facts).forEach(each);
  }

  @Override
  public void replayTalks(long sinceMs, int most, Consumer<Fact.Connected> each) {
    facts(Fact.Connected.class).reversed().stream().filter(talk -> talk.atMs() >= sinceMs).limit(most).forEach(each);
  }

  @Override
  public void replaySince(long sinceMs, Consumer<Fact> each) {
    facts.stream().filter(f -> f.atMs() >= sinceMs).toList().forEach(each);
  }
}
