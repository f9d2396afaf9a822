package io.switchboard.ivr.run;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;

/** Whom a flow is run for. {@code number} in E.164 or empty, {@code name} may be empty. */
public record Caller(TenantId tenant, CallId call, String number, String name) {}
