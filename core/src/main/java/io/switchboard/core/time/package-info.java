/** Time as ports, so that tests move it by hand. */
@NullMarked
package io.switchboard.core.time;

import org.jspecify.annotations.NullMarked;
