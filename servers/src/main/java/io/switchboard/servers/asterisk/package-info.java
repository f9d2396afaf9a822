/**
 * An Asterisk of one's own: where the machine has one, and how it is run from a directory of configuration that others wrote.
 */
@NullMarked
package io.switchboard.servers.asterisk;

import org.jspecify.annotations.NullMarked;
