/**
 * Switchboard as one process: {@link io.switchboard.app.Platform} wires the stages in the order of a call's life,
 * {@link io.switchboard.app.OwnServers} starts the servers that the configuration calls embedded, {@code command} is what people type,
 * {@code demo} the simulated company, {@code configuration} what an administrator edits.
 */
@NullMarked
package io.switchboard.app;

import org.jspecify.annotations.NullMarked;
