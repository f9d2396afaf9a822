/**
 * Measurements behind the numbers in the documentation: what {@code bin/bench} runs. Each bench is a command of its own in a package of its
 * own, prints what it does, its progress and a table for people, and as its last line one JSON object.
 */
@NullMarked
package io.switchboard.bench;

import org.jspecify.annotations.NullMarked;
