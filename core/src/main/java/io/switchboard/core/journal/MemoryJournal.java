package io.switchboard.core.journal;

import io.switchboard.core.id.CallId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A journal in memory. {@link #hold} keeps commits back until {@link #release}, as a slow disk would. An interaction is open in it until it is
 * closed, also one whose beginning it was not told.
 */
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
    Set<CallId> closed = facts(Fact.InteractionClosed.class).stream().map(Fact.InteractionClosed::call).collect(Collectors.toSet());
    Map<Object, Integer> last = new HashMap<>();
    for (int i = 0; i < facts.size(); i++) {
      last.put(lastOf(facts.get(i), i), i);
    }
    last.values().stream().sorted().map(facts::get).filter(fact -> fact.call() == null || !closed.contains(fact.call()) || unseen(fact))
        .toList().forEach(each);
  }

  private boolean unseen(Fact fact) {
    return fact instanceof Fact.Task.TaskMade made && facts(Fact.Task.class).stream().allMatch(each -> each == made || !each.task().equals(made.task()));
  }

  /** Of facts that are the same by this only the last counts. */
  private static Object lastOf(Fact fact, int number) {
    return switch (fact) {
      case Fact.AgentStateChanged changed -> Map.entry("state", changed.agent());
      case Fact.AgentSkillsSet set -> Map.entry("skills", set.agent());
      case Fact.ClosureSwitched switched -> Map.entry(switched.tenant(), Optional.ofNullable(switched.queue()));
      default -> number;
    };
  }

  @Override
  public void replayTalks(long sinceMs, int most, Consumer<Fact.Connected> each) {
    facts(Fact.Connected.class).reversed().stream().filter(talk -> talk.atMs() >= sinceMs).limit(most).forEach(each);
  }

  @Override
  public void replayDials(long sinceMs, Consumer<Fact.Dial.DialBegun> each) {
    facts(Fact.Dial.DialBegun.class).stream().filter(dial -> dial.atMs() >= sinceMs).toList().forEach(each);
  }

  @Override
  public void replaySince(long sinceMs, Consumer<Fact> each) {
    facts.stream().filter(f -> f.atMs() >= sinceMs).toList().forEach(each);
  }
}
