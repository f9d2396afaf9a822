package io.switchboard.acd.replay;

import io.switchboard.acd.routing.Event;
import io.switchboard.core.id.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked of the ACD, told again at its time.
 *
 * @param agent whose wish it is; null: of a supervisor about a queue
 */
record Wish(long atMs, @Nullable AgentId agent, Event event) {}
