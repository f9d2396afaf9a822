/**
 * What several benches stand on. One Asterisk on which two queues can serve the same callers and phones: app_queue and Switchboard; a
 * {@link io.switchboard.bench.rig.QueueUnderTest} is one of the two, {@link io.switchboard.bench.rig.QueueSetup} says what both are given.
 * And agents at their desks: {@link io.switchboard.bench.rig.OpenDesks}.
 */
@NullMarked
package io.switchboard.bench.rig;

import org.jspecify.annotations.NullMarked;
