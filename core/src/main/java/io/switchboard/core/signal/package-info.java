/** What stages tell each other, and the port that carries it. Delivery is at most once: whatever may not be lost is a fact first. */
@NullMarked
package io.switchboard.core.signal;

import org.jspecify.annotations.NullMarked;
