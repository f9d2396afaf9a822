/** What a replay is asked for and how its numbers are shown: to people as a table, to programs as JSON. */
@NullMarked
package io.switchboard.app.replay;

import org.jspecify.annotations.NullMarked;
