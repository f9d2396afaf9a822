package io.switchboard.core.signal;

import io.switchboard.core.id.AgentId;

/** An agent begins, pauses or takes up the recording of his talk. {@code on}: what is said from now on is recorded. */
public record RecordingRequest(AgentId agent, boolean on) implements Request<Reply> {}
