/**
 * {@code bin/bench estimate}: how near the wait that callers are told is to the one that they have. {@link io.switchboard.bench.estimate.SimulatedDay}
 * gives the kernel that routes and announces the callers of a {@link io.switchboard.bench.estimate.Scenario} in simulated time; the virtual wait
 * of each (as if he never hung up) is known beforehand from {@link io.switchboard.bench.erlang.FirstComeFirstServed}.
 */
@NullMarked
package io.switchboard.bench.estimate;

import org.jspecify.annotations.NullMarked;
