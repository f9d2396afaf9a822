package io.switchboard.ivr.run;

import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.verb.SubFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where facts led a caller through his flows, what these remember, and how often he failed at the question at hand. */
final class Trail {
  /** One flow, as facts tell of it. {@code secretsFrom}: the step of the first secret that was entered and not used; empty: none was. */
  private static final class Trace {
    String flow;
    String step = "";
    String secretsFrom = "";
    final Map<String, String> values = new HashMap<>();
    final Map<String, Integer> visits = new HashMap<>();

    Trace(String flow) {
      this.flow = flow;
    }
  }

  private final List<Trace> traces = new ArrayList<>();
  private int release;
  private int entered;
  private Requests requests = Requests.NONE;
  private int noKeys;
  private int wrong;

  Trail(String flow) {
    traces.add(new Trace(flow));
  }

  void entered(Fact.StepEntered fact) {
    Trace trace = at(fact.depth());
    boolean again = fact.number() != 0 && fact.number() == entered;
    trace.flow = fact.flow();
    trace.step = fact.step();
    release = fact.release();
    if (!again) {
      trace.visits.merge(fact.step(), 1, Integer::sum);
      entered = fact.number() == 0 ? entered + 1 : fact.number();
      noKeys = 0;
      wrong = 0;
    }
  }

  void menu(String answer) {
    switch (answer) {
      case "no_key" -> noKeys++;
      case "wrong_key" -> wrong++;
      default -> {} // the next step follows in the same commit
    }
  }

  void learned(Fact.Learned fact) {
    switch (fact) {
      case Fact.Learned.Remembered remembered -> at(remembered.depth()).values.putAll(remembered.values());
      case Fact.Learned.EntryTaken taken -> {
        Trace trace = traces.getLast();
        if (taken.secret() && trace.secretsFrom.isEmpty()) {
          trace.secretsFrom = taken.step();
        }
      }
      case Fact.Learned.EntryRefused refused -> menu(refused.why().equals("no_key") ? "no_key" : "wrong_key");
      case Fact.Learned.EntryLeft left -> {} // the next step follows in the same commit
      case Fact.Learned.LookedUp looked -> {
        Trace trace = traces.getLast();
        requests = requests.told(trace.flow, looked.step(), looked.outcome());
        if (looked.secrets()) {
          trace.secretsFrom = "";
        }
      }
      case Fact.Learned.Scored scored -> {}
    }
  }

  /** The flow that so many others called; those that it called are over. */
  private Trace at(int depth) {
    while (traces.size() > depth + 1) {
      traces.removeLast();
    }
    while (traces.size() <= depth) {
      traces.add(new Trace(""));
    }
    return traces.get(depth);
  }

  boolean begun() {
    return !traces.getFirst().step.isEmpty();
  }

  int steps() {
    return entered;
  }

  Requests requests() {
    return requests;
  }

  /** The release that he was on; 0: it was not said. */
  int release() {
    return release;
  }

  /** Whoever is led back and has to enter a secret again begins with a fresh count. */
  Question question(boolean ledBack) {
    boolean anew = ledBack && traces.stream().anyMatch(trace -> !trace.secretsFrom.isEmpty());
    return anew ? Question.NONE : new Question(noKeys, wrong, "", false, false);
  }

  /**
   * The same in these flows. Where a step is gone, because they have changed, its flow begins anew, and what that had called is over.
   *
   * @param ledBack he goes through the step at hand once more: where secrets are lost, he goes on where the first of them is asked for. Else
   *     he is where he is: with a queue, an agent, or on an errand
   */
  List<Frame> frames(Flows flows, boolean ledBack) {
    List<Frame> frames = new ArrayList<>();
    for (Trace trace : traces) {
      Flow flow = flows.named(trace.flow);
      String step = ledBack && !trace.secretsFrom.isEmpty() ? trace.secretsFrom : trace.step;
      Frame frame = Frame.again(flow, step, trace.values, trace.visits);
      frames.add(frame);
      if (frame.step().isEmpty() || !(flow.step(step) instanceof SubFlow)) {
        break;
      }
    }
    return frames;
  }
}
