/**
 * Facts first: what may not be lost is in the {@link io.switchboard.core.journal.Journal} before its effect leaves the process.
 * {@link io.switchboard.core.journal.Fact} is the whole list of what can be known afterwards.
 */
@NullMarked
package io.switchboard.core.journal;

import org.jspecify.annotations.NullMarked;
