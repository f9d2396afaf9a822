package io.switchboard.core.signal;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import org.jspecify.annotations.Nullable;

/** Switches an emergency closure on or off, at once: of one queue, or of the whole tenant when no queue is named. */
public record ClosureRequest(TenantId tenant, @Nullable QueueId queue, boolean closed, String by) implements Request<Reply> {}
