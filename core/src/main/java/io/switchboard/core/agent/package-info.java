/** An agent's states, as every stage and every report speaks of them. */
@NullMarked
package io.switchboard.core.agent;

import org.jspecify.annotations.NullMarked;
