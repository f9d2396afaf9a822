/**
 * The stage under seeded schedules of calls, agents and faults. {@link io.switchboard.acd.simulation.Schedule} throws the dice and checks;
 * {@link io.switchboard.acd.simulation.World} is what they happen to, {@link io.switchboard.acd.simulation.Network} the truth about the
 * telephone line, {@link io.switchboard.acd.simulation.Wire} how it is told, {@link io.switchboard.acd.simulation.MortalStage} the process
 * that dies. What is always true: {@link io.switchboard.acd.simulation.Invariants}, {@link io.switchboard.acd.simulation.Fairness},
 * {@link io.switchboard.acd.simulation.Shadow}, {@link io.switchboard.acd.simulation.Replayed}. A failure names its seed, which repeats it
 * exactly.
 */
@NullMarked
package io.switchboard.acd.simulation;

import org.jspecify.annotations.NullMarked;
