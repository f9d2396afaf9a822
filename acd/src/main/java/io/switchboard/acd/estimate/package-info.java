/**
 * Two things: what a queue does in the long run, and how long one caller has still to wait.
 *
 * <p>How many agents a queue needs, and how long its callers would wait: the formulas of one queue in a steady state, exact to rounding.
 * {@link io.switchboard.acd.estimate.ErlangC} is the queue in which everybody waits until he is answered,
 * {@link io.switchboard.acd.estimate.ErlangA} the one in which callers hang up; both tell a
 * {@link io.switchboard.acd.estimate.Performance}. {@link io.switchboard.acd.estimate.Staffing} searches the fewest agents for a
 * {@link io.switchboard.acd.estimate.Goal}.
 *
 * <p>How long one caller has still to wait: {@link io.switchboard.acd.estimate.WaitForecast}, from those ahead of him, the agents and the
 * {@link io.switchboard.acd.estimate.Pace} of the last hour, a fold of facts ({@link io.switchboard.acd.estimate.Observed}); and what of it he
 * is told, which never rises without a reason ({@link io.switchboard.acd.estimate.Promise}). Here times are milliseconds.
 *
 * <p>Pure: no clock, no I/O. In the formulas times are seconds, rates are per second, shares and probabilities are from 0 to 1. A number
 * outside the range that its method tells is an {@link java.lang.IllegalArgumentException}; that no number of agents is enough is a value.
 */
@NullMarked
package io.switchboard.acd.estimate;

import org.jspecify.annotations.NullMarked;
