package io.switchboard.acd.estimate;

/**
 * The loss system, in which who finds every agent busy is gone: what both queues stand on.
 *
 * <p>By the recursion B(k) = r·B(k−1) / (k + r·B(k−1)) (A. K. Erlang 1917; Jagerman 1974), which only adds, multiplies and divides positive
 * numbers. An error of one step shrinks in the next, so 100,000 steps lose at most four digits of sixteen. B below 1e-308 becomes 0.
 *
 * @param blocked B, the share of calls that find every agent busy
 * @param admitted 1 − B, computed without taking a difference
 */
record ErlangB(double blocked, double admitted) {
  static ErlangB of(double load, int agents) {
    double blocked = 1;
    double admitted = 0;
    for (int k = 1; k <= agents; k++) {
      double refused = load * blocked;
      admitted = k / (k + refused);
      blocked = refused / (k + refused);
    }
    return new ErlangB(blocked, admitted);
  }
}
