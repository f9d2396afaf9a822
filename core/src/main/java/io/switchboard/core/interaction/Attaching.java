package io.switchboard.core.interaction;

import io.switchboard.core.journal.Fact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folds a call's facts into what it brings along. It holds a bounded part of what a flow may ever know. */
public final class Attaching {
  static final int MOST_CHOICES = 32;
  static final int MOST_VALUES = 64;
  static final int MOST_CHARACTERS = 256;

  /** A flow that the caller is in, or was. Its name is known with its first step; its parameters before. */
  private static final class Trace {
    String flow = "";
    final Map<String, String> values = new LinkedHashMap<>();

    Trace copy() {
      Trace copy = new Trace();
      copy.flow = flow;
      copy.values.putAll(values);
      return copy;
    }
  }

  private String language = "";
  private final Deque<AttachedData.Choice> chosen = new ArrayDeque<>(4);
  /** The flow that he is in last, those that called it before it. */
  private final List<Trace> open = new ArrayList<>(2);
  /** Those that are over, by their name. */
  private final Map<String, Trace> over = new LinkedHashMap<>(2);

  /** All of a call's facts, in order. */
  public static AttachedData of(List<Fact> facts) {
    Attaching all = new Attaching();
    facts.forEach(all::apply);
    return all.data();
  }

  /** The same, to go on with for another call of this customer. */
  public Attaching copy() {
    Attaching copy = new Attaching();
    copy.language = language;
    copy.chosen.addAll(chosen);
    open.forEach(trace -> copy.open.add(trace.copy()));
    over.forEach((flow, trace) -> copy.over.put(flow, trace.copy()));
    return copy;
  }

  /** A fact of this call; what tells nothing of the caller changes nothing. */
  public void apply(Fact fact) {
    if (fact instanceof Fact.CallArrived arrived) {
      language = arrived.language();
      at(0).flow = arrived.flow();
    } else if (fact instanceof Fact.CallbackBooked booked) {
      language = booked.language();
    } else if (fact instanceof Fact.Dial.DialBegun dialled) {
      language = dialled.language();
    } else if (fact instanceof Fact.LanguageChosen now) {
      language = now.language();
    } else if (fact instanceof Fact.StepEntered entered) {
      entered(entered);
    } else if (fact instanceof Fact.MenuAnswered answered) {
      answered(answered.step(), answered.answer());
    } else if (fact instanceof Fact.Learned.EntryLeft left) {
      answered(left.step(), left.key());
    } else if (fact instanceof Fact.Learned.Remembered remembered) {
      Map<String, String> values = at(remembered.depth()).values;
      new TreeMap<>(remembered.values()).forEach((name, value) -> remember(values, name, value)); // the same order every time
    }
  }

  private void entered(Fact.StepEntered fact) {
    Trace trace = at(fact.depth());
    if (trace.flow.isEmpty()) {
      over.remove(fact.flow()); // it begins anew and knows nothing of the last time
    }
    trace.flow = fact.flow();
    if (!chosen.isEmpty() && chosen.getLast().ledTo().isEmpty() && !chosen.getLast().step().equals(fact.step())) {
      chosen.add(chosen.removeLast().leadingTo(fact.step()));
    }
  }

  private void answered(String step, String answer) {
    if (answer.length() == 1) { // no failed try
      chosen.add(new AttachedData.Choice(open.isEmpty() ? "" : open.getLast().flow, step, answer));
    }
    if (chosen.size() > MOST_CHOICES) {
      chosen.removeFirst();
    }
  }

  private void remember(Map<String, String> values, String name, String value) {
    if (value.isEmpty()) {
      values.remove(name);
    } else if (values.containsKey(name) || room()) {
      values.put(name, value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) + "…" : value);
    }
  }

  /** What flows that are over knew makes room for what is new. */
  private boolean room() {
    while (traces().mapToInt(trace -> trace.values.size()).sum() >= MOST_VALUES && !over.isEmpty()) {
      over.remove(over.keySet().iterator().next());
    }
    return traces().mapToInt(trace -> trace.values.size()).sum() < MOST_VALUES;
  }

  /** The flow that so many others called; those that it called are over. */
  private Trace at(int depth) {
    while (open.size() > depth + 1) {
      Trace done = open.removeLast();
      over.remove(done.flow);
      if (!done.values.isEmpty()) {
        over.put(done.flow, done);
      }
    }
    while (open.size() <= depth) {
      open.add(new Trace());
    }
    return open.get(depth);
  }

  private Stream<Trace> traces() {
    return Stream.concat(open.stream(), over.values().stream());
  }

  /** As far as it was told. */
  public AttachedData data() {
    List<AttachedData.Value> known = new ArrayList<>();
    Set<Map.Entry<String, String>> said = new LinkedHashSet<>();
    traces().forEach(trace -> trace.values.forEach((name, value) -> {
      if (said.add(Map.entry(name, value))) { // the same again, handed from flow to flow
        known.add(new AttachedData.Value(trace.flow, name, value));
      }
    }));
    return new AttachedData(language, List.copyOf(chosen), known);
  }
}
