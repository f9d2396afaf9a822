package io.switchboard.bench.freetoring;

import io.switchboard.bench.rig.QueueSetup;

/**
 * How much, and how long.
 *
 * @param waiting callers that wait while every agent talks
 * @param talkMs until the agent hangs up
 * @param discardS at the start of each phase
 * @param measureS after that
 */
record Scale(int agents, int waiting, int talkMs, int discardS, int measureS) {

  int callers() {
    return agents + waiting;
  }

  QueueSetup setup() {
    return new QueueSetup(agents, callers(), 0, false);
  }
}
