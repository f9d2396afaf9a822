/** Calls that we place: what is dialled, and what must hold before it is. */
@NullMarked
package io.switchboard.core.dial;

import org.jspecify.annotations.NullMarked;
