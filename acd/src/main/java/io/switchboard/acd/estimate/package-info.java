/**
 * How many agents a queue needs, and how long its callers would wait: the formulas of one queue in a steady state, exact to rounding.
 * {@link io.switchboard.acd.estimate.ErlangC} is the queue in which everybody waits until he is answered,
 * {@link io.switchboard.acd.estimate.ErlangA} the one in which callers hang up; both tell a
 * {@link io.switchboard.acd.estimate.Performance}. {@link io.switchboard.acd.estimate.Staffing} searches the fewest agents for a
 * {@link io.switchboard.acd.estimate.Goal}.
 *
 * <p>Pure: no clock, no state, no I/O. Times are seconds, rates are per second, shares and probabilities are from 0 to 1. A number outside
 * the range that its method tells is an {@link java.lang.IllegalArgumentException}; that no number of agents is enough is a value.
 */
@NullMarked
package io.switchboard.acd.estimate;

import org.jspecify.annotations.NullMarked;
