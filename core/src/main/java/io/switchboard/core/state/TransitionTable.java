package io.switchboard.core.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every pair of state and trigger has a row: where it leads, or why it is ignored, or why it is a bug. Guards are triggers of their own
 * (the kernel decides which one it is), so that the table is all there is to read.
 *
 * @param <S> the states
 * @param <T> what can happen
 */
public final class TransitionTable<S extends Enum<S>, T extends Enum<T>> {

  /** What a pair does. */
  public sealed interface Row<S> {
    record To<S>(S state) implements Row<S> {}

    /** Expected and harmless, e.g. a late event. */
    record Ignore<S>(String why) implements Row<S> {}

    /** Cannot happen unless there is a bug. */
    record Reject<S>(String why) implements Row<S> {}
  }

  private final Class<S> states;
  private final Class<T> triggers;
  private final S initial;
  private final List<List<Row<S>>> rows;

  private TransitionTable(Class<S> states, Class<T> triggers, S initial, List<List<Row<S>>> rows) {
    this.states = states;
    this.triggers = triggers;
    this.initial = initial;
    this.rows = rows;
  }

  public static <S extends Enum<S>, T extends Enum<T>> Builder<S, T> of(Class<S> states, Class<T> triggers, S initial) {
    return new Builder<>(states, triggers, initial);
  }

  public Row<S> row(S from, T trigger) {
    return rows.get(from.ordinal()).get(trigger.ordinal());
  }

  /**
   * The state after the trigger; the same state where the row ignores it.
   *
   * @throws IllegalStateException where the row rejects it
   */
  public S next(S from, T trigger) {
    return switch (row(from, trigger)) {
      case Row.To<S> to -> to.state();
      case Row.Ignore<S> ignored -> from;
      case Row.Reject<S> reject -> throw new IllegalStateException(from + " -" + trigger + "->: " + reject.why());
    };
  }

  /** Whether the pair leads somewhere (also back to the same state), rather than being ignored or rejected. */
  public boolean moves(S from, T trigger) {
    return row(from, trigger) instanceof Row.To<S>;
  }

  public Set<S> terminal() {
    Set<S> terminal = EnumSet.allOf(states);
    terminal.removeIf(s -> rows.get(s.ordinal()).stream().anyMatch(r -> r instanceof Row.To<S> to && to.state() != s));
    return terminal;
  }

  public Set<S> reachable() {
    Set<S> seen = EnumSet.of(initial);
    List<S> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      for (Row<S> row : rows.get(open.removeLast().ordinal())) {
        if (row instanceof Row.To<S> to && seen.add(to.state())) {
          open.add(to.state());
        }
      }
    }
    return seen;
  }

  /** The diagram of docs/states, as Mermaid. */
  public String mermaid() {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n  [*] --> " + initial + "\n");
    for (S from : states.getEnumConstants()) {
      for (T trigger : triggers.getEnumConstants()) {
        if (row(from, trigger) instanceof Row.To<S> to) {
          text.append("  ").append(from).append(" --> ").append(to.state()).append(": ").append(trigger).append('\n');
        }
      }
    }
    for (S end : terminal()) {
      text.append("  ").append(end).append(" --> [*]\n");
    }
    return text.toString();
  }

  /** Writes the rows; {@link #build} refuses a table with a hole. */
  public static final class Builder<S extends Enum<S>, T extends Enum<T>> {
    private final Class<S> states;
    private final Class<T> triggers;
    private final S initial;
    private final Map<S, Map<T, Row<S>>> written;

    private Builder(Class<S> states, Class<T> triggers, S initial) {
      this.states = states;
      this.triggers = triggers;
      this.initial = initial;
      this.written = new EnumMap<>(states);
    }

    public Builder<S, T> on(S from, T trigger, S to) {
      return put(from, trigger, new Row.To<>(to));
    }

    @SafeVarargs
    public final Builder<S, T> ignore(String why, S from, T... some) {
      for (T trigger : some) {
        put(from, trigger, new Row.Ignore<>(why));
      }
      return this;
    }

    @SafeVarargs
    public final Builder<S, T> reject(String why, S from, T... some) {
      for (T trigger : some) {
        put(from, trigger, new Row.Reject<>(why));
      }
      return this;
    }

    private Builder<S, T> put(S from, T trigger, Row<S> row) {
      if (written.computeIfAbsent(from, s -> new EnumMap<>(triggers)).put(trigger, row) != null) {
        throw new IllegalArgumentException("two rows for " + from + " and " + trigger);
      }
      return this;
    }

    public TransitionTable<S, T> build() {
      List<List<Row<S>>> rows = new ArrayList<>();
      for (S state : states.getEnumConstants()) {
        Map<T, Row<S>> ofState = written.getOrDefault(state, Map.of());
        List<Row<S>> row = new ArrayList<>();
        for (T trigger : triggers.getEnumConstants()) {
          Row<S> does = ofState.get(trigger);
          if (does == null) {
            throw new IllegalArgumentException("no row for " + state + " and " + trigger);
          }
          row.add(does);
        }
        rows.add(row);
      }
      return new TransitionTable<>(states, triggers, initial, rows);
    }
  }
}
