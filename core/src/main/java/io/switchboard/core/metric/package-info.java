/**
 * Every number comes from here. {@link io.switchboard.core.metric.Board} folds facts, live or replayed, into counts and live state, and
 * gives {@link io.switchboard.core.metric.Snapshot}s of them; {@link io.switchboard.core.metric.Definitions} says what each number means;
 * {@link io.switchboard.core.metric.LiveBoard} owns a board for readers on any thread. The fold is pure: nothing else counts anywhere, so
 * real time and history agree by construction.
 */
@NullMarked
package io.switchboard.core.metric;

import org.jspecify.annotations.NullMarked;
