/**
 * The kernel: {@link io.switchboard.acd.routing.Acd#decide} takes what happened and the time, and gives the facts that are now true and
 * what is to be done. No clock, randomness, logging, thread or I/O here: the same code routes in production, in the simulation and in the
 * bench.
 *
 * <p>The call that is due first, to the agent whom its queue's policy chooses among those who have its skills.
 * {@link io.switchboard.acd.routing.Matching} is that rule; the other classes each know one kind of event and call it whenever an agent or
 * a call may have become free to be matched, and only for that agent or call.
 */
@NullMarked
package io.switchboard.acd.routing;

import org.jspecify.annotations.NullMarked;
