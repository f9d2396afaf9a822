/**
 * Processes of ours: how one is started, bound to our life, ended, and found again after we crashed.
 *
 * <p>{@link io.switchboard.servers.process.Program} says what to run and as whom; {@link io.switchboard.servers.process.Child} is one that
 * runs. Every child is in a session of its own, so a Ctrl-C in the terminal reaches us alone and we end the children in order. With
 * {@link io.switchboard.servers.process.Life#WITH_US} the kernel ends the child when we die, however we die. A
 * {@link io.switchboard.servers.process.Claim} on a directory makes sure that one process at a time runs a server there, and names the
 * process that an earlier owner left behind.
 */
@NullMarked
package io.switchboard.servers.process;

import org.jspecify.annotations.NullMarked;
