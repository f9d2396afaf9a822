package io.switchboard.ivr.run;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;

/** With whom a caller talked, and for which queue. */
public record Talk(QueueId queue, AgentId agent) {}
