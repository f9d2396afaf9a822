package io.switchboard.acd.replay;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.List;

/**
 * A call that came to one or more queues, one after the other.
 *
 * @param entries in the order of time; at least one
 */
record Contact(TenantId tenant, CallId call, List<Entry> entries) {
  Contact {
    entries = List.copyOf(entries);
  }
}
