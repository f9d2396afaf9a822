/** What supervisors have before them: queues, agents, waiting calls and alarms, of which only what changed is told. */
@NullMarked
package io.switchboard.desktop.wall;

import org.jspecify.annotations.NullMarked;
