package io.switchboard.acd.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * The same queue by other means: its steady state from the balance of neighbouring states, and one caller's way through it as a Markov chain
 * that ends when he is answered or hangs up, at a moment T by uniformisation (Jensen 1953).
 */
final class TaggedCaller {
  private final int agents;
  private final double serve;
  private final double giveUp;
  private final double[] states;

  TaggedCaller(ErlangA queue, int agents) {
    this.agents = agents;
    this.serve = agents / queue.handlingS();
    this.giveUp = 1 / queue.patienceS();
    List<Double> weights = new ArrayList<>(List.of(1.0));
    double sum = 1;
    double waiting = 0;
    double ratio = 1;
    for (int k = 1; k <= agents + 1 || ratio > 0.9 || weights.getLast() > 1e-16 * waiting; k++) {
      double down = Math.min(k, agents) / queue.handlingS() + Math.max(0, k - agents) * giveUp;
      ratio = queue.callsPerS() / down;
      weights.add(weights.getLast() * ratio);
      sum += weights.getLast();
      waiting += k < agents ? 0 : weights.getLast();
    }
    double all = sum;
    this.states = weights.stream().mapToDouble(weight -> weight / all).toArray();
  }

  double pWait() {
    double sum = 0;
    for (int k = agents; k < states.length; k++) {
      sum += states[k];
    }
    return sum;
  }

  /** By how many wait and hang up. */
  double pAbandon(double callsPerS) {
    double waiting = 0;
    for (int k = agents; k < states.length; k++) {
      waiting += (k - agents) * states[k];
    }
    return waiting * giveUp / callsPerS;
  }

  /** Answered within T, at once or after waiting. */
  double serviceLevel(double targetS) {
    int most = states.length - agents;
    double[] ahead = new double[most];
    System.arraycopy(states, agents, ahead, 0, most);
    double pace = serve + most * giveUp;
    double logWeight = -pace * targetS;
    double answered = 0;
    double done = 0;
    double seen = 0;
    for (int step = 0; seen < 1 - 1e-15 && step < 100_000; step++) {
      double weight = Math.exp(logWeight);
      answered += weight * done;
      seen += weight;
      double[] next = new double[most];
      for (int k = 0; k < most; k++) {
        double forward = (serve + k * giveUp) / pace;
        next[k] += ahead[k] * (1 - forward - giveUp / pace);
        if (k > 0) {
          next[k - 1] += ahead[k] * forward;
        } else {
          done += ahead[k] * forward;
        }
      }
      ahead = next;
      logWeight += Math.log(pace * targetS / (step + 1));
    }
    return 1 - pWait() + answered;
  }

  /** Mean wait of the answered: with k ahead k + 1 stages, each shorter for not being the one in which he hangs up. */
  double answeredWaitS() {
    double answered = 1 - pWait();
    double total = 0;
    double stages = 0;
    for (int k = 0; k < states.length - agents; k++) {
      stages += 1 / (serve + (k + 1) * giveUp);
      double served = states[agents + k] * serve / (serve + (k + 1) * giveUp);
      answered += served;
      total += served * stages;
    }
    return total / answered;
  }
}
