/**
 * Who answers. {@link io.switchboard.acd.AcdStage} is the stage: it listens, asks the kernel in {@code routing}, makes the facts durable
 * and then does what was decided. {@code floor} is the state, {@code queue}, {@code agent}, {@code offer} and {@code skill} are the nouns:
 * their settings and the tables of their states. {@code estimate} stands apart: how many agents a queue needs.
 */
@NullMarked
package io.switchboard.acd;

import org.jspecify.annotations.NullMarked;
