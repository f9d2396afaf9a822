/**
 * Who answers. {@link io.switchboard.acd.AcdStage} is the stage: it listens, asks the kernel in {@code routing}, makes the facts durable
 * and then does what was decided. {@code floor} is the state, {@code queue}, {@code agent}, {@code offer} and {@code skill} are the nouns:
 * their settings and the tables of their states. {@code estimate} reckons: how long a caller has still to wait, and how many
 * agents a queue needs. {@code policy} is what an administrator may choose of it; {@code replay} and {@code simulation} run the same kernel.
 */
@NullMarked
package io.switchboard.acd;

import org.jspecify.annotations.NullMarked;
