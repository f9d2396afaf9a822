/**
 * {@code bin/bench desktops}: how soon the wallboard, and each agent's own desk, say what is so. What is so stands in the journal:
 * {@link io.switchboard.bench.desktops.Changes}; what screens said and when, in {@link io.switchboard.bench.desktops.Screen}; the one beside
 * the other is {@link io.switchboard.bench.desktops.Lag}.
 */
@NullMarked
package io.switchboard.bench.desktops;

import org.jspecify.annotations.NullMarked;
