/**
 * {@code bin/bench erlang}: is the theory right, and does the kernel do what the theory says?
 * {@link io.switchboard.bench.erlang.ExactValues} holds the formulas to known values. {@link io.switchboard.bench.erlang.SimulatedQueue} lets
 * the kernel that routes real calls route those of a queue for which theory knows the answer, in simulated time, caller by caller as
 * {@link io.switchboard.bench.erlang.FirstComeFirstServed} has it; {@link io.switchboard.bench.erlang.Deviation} says how far off the means
 * are beyond chance.
 */
@NullMarked
package io.switchboard.bench.erlang;

import org.jspecify.annotations.NullMarked;
