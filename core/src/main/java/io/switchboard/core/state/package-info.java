/** One form for every state machine: an enum of states, an enum of triggers, one table without holes. */
@NullMarked
package io.switchboard.core.state;

import org.jspecify.annotations.NullMarked;
