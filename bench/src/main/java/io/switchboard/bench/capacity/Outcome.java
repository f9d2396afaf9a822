package io.switchboard.bench.capacity;

/**
 * What became of one trial.
 *
 * @param calls that were placed
 * @param served of them: an agent answered and hung up, and then the caller was hung up
 * @param waitingMax callers on the line at once whom no agent had answered
 * @param cores in use by the server processes on average while callers came
 * @param failure what went wrong, for people; empty: nothing
 */
record Outcome(double perSecond, int seconds, int calls, int served, long waitingMax, double cores, String failure) {
  boolean good() {
    return failure.isEmpty();
  }
}
