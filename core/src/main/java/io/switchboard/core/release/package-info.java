/**
 * Versions of what callers go through: each set of flows and prompts that was in force together, under a number that calls name. What they say
 * is the files' own business; here they are texts.
 */
@NullMarked
package io.switchboard.core.release;

import org.jspecify.annotations.NullMarked;
