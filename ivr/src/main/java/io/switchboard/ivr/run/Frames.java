package io.switchboard.ivr.run;

import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.Limit;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.LookUp;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.SubFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The heart of the interpreter, the same for callers in flows and for agents in scripts: in which flow one is, called by which others, at
 * which step, what is known there, and how often each step was come to. It lives within one decision.
 */
public final class Frames {
  static final String FAILED = "failed";

  private final Flows flows;
  private final List<Frame> frames;

  public Frames(Flows flows, List<Frame> frames) {
    this.flows = flows;
    this.frames = new ArrayList<>(frames);
  }

  /** Those that called others first, the one at hand last. */
  public List<Frame> all() {
    return List.copyOf(frames);
  }

  /** How many flows called the one at hand, one by the other. */
  public int depth() {
    return frames.size() - 1;
  }

  public Frame last() {
    return frames.getLast();
  }

  public void last(Frame changed) {
    frames.set(depth(), changed);
  }

  public Flow flow() {
    return last().flow();
  }

  public String step() {
    return last().step();
  }

  /** With which the flow at hand begins. */
  public String first() {
    return flow().first();
  }

  /** The step at hand; empty before the first, and where a changed flow no longer has it. */
  public Optional<Step> here() {
    return step().isEmpty() ? Optional.empty() : Optional.of(flow().step(step()));
  }

  public <S extends Step> Optional<S> here(Class<S> verb) {
    return here().filter(verb::isInstance).map(verb::cast);
  }

  public <S extends Step> S at(Class<S> verb) {
    return verb.cast(flow().step(step()));
  }

  /** Counts that he comes to a step. Gives the step to which he comes instead if that was too often. */
  public Optional<String> visit(String to) {
    last(last().visiting(to));
    Limit limit = flow().limits().get(to);
    return Optional.ofNullable(limit).filter(most -> last().visits().getOrDefault(to, 0) > most.times()).map(Limit::then);
  }

  /** From now on the flow at hand knows these. Gives them as facts write them. */
  public Map<String, String> learn(Map<String, Value> values) {
    last(last().knowing(values));
    Map<String, String> texts = new HashMap<>();
    values.forEach((name, value) -> texts.put(name, value.text()));
    return Map.copyOf(texts);
  }

  /** {@code also}: what is known beside the variables of the flow at hand. */
  public Optional<Value> value(Expression expression, Map<String, Value> also) {
    Map<String, Value> known = new HashMap<>(last().values());
    known.putAll(also);
    return expression.value(known);
  }

  /** Those of these that have a value. */
  public Map<String, Value> values(Map<String, Expression> expressions, Map<String, Value> also) {
    Map<String, Value> all = new HashMap<>();
    expressions.forEach((name, expression) -> value(expression, also).ifPresent(value -> all.put(name, value)));
    return all;
  }

  /** Begins another flow, before its first step. */
  public void call(SubFlow sub) {
    frames.add(Frame.begin(flows.named(sub.flow()), Map.of()));
  }

  /** Where the flow that called goes on, and what it learns by that. */
  public record Back(String to, Map<String, Value> values) {}

  /**
   * Goes back to the flow that called this one; there must be one.
   *
   * @throws IllegalStateException for a return that the checker would have refused
   */
  public Back back(Return exit) {
    Frame done = frames.removeLast();
    SubFlow sub = at(SubFlow.class);
    Map<String, Value> values = new HashMap<>();
    sub.into().forEach((here, there) -> Optional.ofNullable(done.values().get(there)).ifPresent(value -> values.put(here, value)));
    String to = sub.exits().get(exit.as());
    if (to == null) {
      throw new IllegalStateException("flow " + flow().name() + " has no exit '" + exit.as() + "' at step " + step());
    }
    return new Back(to, values);
  }

  /** Where a lookup leads by what it found, and what is learned by that. */
  public static Back after(LookUp step, Found found) {
    return switch (found) {
      case Found.Row row -> {
        Map<String, Value> values = new HashMap<>();
        step.into().forEach((variable, given) -> Optional.ofNullable(row.values().get(given)).ifPresent(value -> values.put(variable, value)));
        yield new Back(step.found(), values);
      }
      case Found.Nothing nothing -> new Back(step.nothing(), Map.of());
      case Found.Failed failed -> new Back(step.failed(), Map.of());
    };
  }

  /** As facts name it: {@code found}, {@code nothing} or {@code failed}. */
  public static String outcome(Found found) {
    return switch (found) {
      case Found.Row row -> "found";
      case Found.Nothing nothing -> "nothing";
      case Found.Failed failed -> FAILED;
    };
  }
}
