/** Typed ids. A name within a tenant carries its tenant, so that no look-up can forget it. */
@NullMarked
package io.switchboard.core.id;

import org.jspecify.annotations.NullMarked;
