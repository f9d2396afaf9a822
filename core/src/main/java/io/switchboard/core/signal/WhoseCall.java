package io.switchboard.core.signal;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;

/** This call is of that customer, who exists; it is durable when the answer comes. {@code by}: a user of the tenant. */
public record WhoseCall(TenantId tenant, CallId call, long customer, String by) implements Request<Reply> {}
