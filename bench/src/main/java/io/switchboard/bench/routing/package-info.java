/**
 * {@code bin/bench routing}: the kernel that decides who answers, in memory. {@link io.switchboard.bench.routing.Traffic} plays callers,
 * agents and the line in simulated time; {@link io.switchboard.bench.routing.Run} measures a kernel on what was played, without the
 * players.
 */
@NullMarked
package io.switchboard.bench.routing;

import org.jspecify.annotations.NullMarked;
