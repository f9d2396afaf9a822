/**
 * The servers of one's own machine, and simulated phones: what the demo, the tests and the benches start and end.
 *
 * <p>Each server has a directory that holds all it keeps, a port of its own on the loopback address, and a process that is
 * ended by its own id. {@link io.switchboard.servers.process} knows how a process of ours is started, bound to us and found again
 * after a crash; {@code postgres}, {@code redis} and {@code asterisk} are one server each; {@code sipp} places and answers calls.
 * Nothing here knows the rest of Switchboard.
 */
@NullMarked
package io.switchboard.servers;

import org.jspecify.annotations.NullMarked;
