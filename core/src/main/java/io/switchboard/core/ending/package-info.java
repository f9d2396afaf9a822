/** Why calls, offers and queue visits end: closed lists, one reason each. */
@NullMarked
package io.switchboard.core.ending;

import org.jspecify.annotations.NullMarked;
