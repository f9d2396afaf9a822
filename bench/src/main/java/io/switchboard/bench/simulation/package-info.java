/** Many seeded schedules of calls, agents and faults, and what is always true checked after each step of each. */
@NullMarked
package io.switchboard.bench.simulation;

import org.jspecify.annotations.NullMarked;
