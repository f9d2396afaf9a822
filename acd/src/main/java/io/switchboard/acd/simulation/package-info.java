/**
 * The stage under seeded schedules of calls, agents and faults. {@link io.switchboard.acd.simulation.Network} is the truth about the
 * telephone line, {@link io.switchboard.acd.simulation.Schedule} the dice, {@link io.switchboard.acd.simulation.Invariants} what is always
 * true. A failure names its seed, which repeats it exactly.
 */
@NullMarked
package io.switchboard.acd.simulation;

import org.jspecify.annotations.NullMarked;
