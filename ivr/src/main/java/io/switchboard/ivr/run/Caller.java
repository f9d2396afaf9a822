package io.switchboard.ivr.run;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;

/** Whom a flow is run for. {@code number} in E.164 or empty, {@code name} may be empty; {@code called} is ours that he called. */
public record Caller(TenantId tenant, CallId call, String number, String name, String called) {
  /** Where it does not matter what he called. */
  public Caller(TenantId tenant, CallId call, String number, String name) {
    this(tenant, call, number, name, "");
  }
}
