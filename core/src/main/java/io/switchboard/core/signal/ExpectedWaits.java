package io.switchboard.core.signal;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import java.util.Map;

/** desk → acd: how long would a caller wait who came now? Queue → milliseconds; a queue of which it is not known is missing. */
public record ExpectedWaits(TenantId tenant) implements Request<Map<QueueId, Long>> {}
