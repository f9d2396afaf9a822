/**
 * Sessions of the desk's socket. A session outlives its socket for a while: who comes back within that time gets what he missed, in order.
 * Changes wait as the names of what changed until the reader takes them, so a slow reader gets the latest of each part and never a queue.
 * Everything here belongs to one thread.
 */
@NullMarked
package io.switchboard.desktop.link;

import org.jspecify.annotations.NullMarked;
