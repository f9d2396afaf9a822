/**
 * An agent as an administrator sets him up, and the table of his states. What he asked for while he was busy (not ready, sign out) is
 * pending until his call is over; what the phone did is never counted against him, what he let pass is.
 */
@NullMarked
package io.switchboard.acd.agent;

import org.jspecify.annotations.NullMarked;
