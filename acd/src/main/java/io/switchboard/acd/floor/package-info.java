/**
 * The floor: every call that waits or talks and every agent, in memory. {@link io.switchboard.acd.floor.Floor#apply} is the only way in
 * which a fact changes it, so that a replay of the journal gives the same floor. Beside the facts there are the settings, what the line
 * says of itself ({@link io.switchboard.acd.floor.LineTruth}: told anew after every gap) and what follows from time alone (a call's relaxed
 * skills, the next announcement).
 *
 * <p>Built so that no decision looks at more than the heads of lists. Calls of one queue that ask for the same and have the same priority
 * stand in one {@link io.switchboard.acd.floor.Lane}, agents with the same skills and queues in one {@link io.switchboard.acd.floor.Pool};
 * both lists are in order by themselves, since whoever comes last is the youngest. A freed agent compares the heads of his queues' lanes,
 * an arriving call the heads of its queue's pools.
 */
@NullMarked
package io.switchboard.acd.floor;

import org.jspecify.annotations.NullMarked;
