package io.switchboard.core.signal;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;

/** Marks a message that exists; it is durable when the answer comes. {@code by}: a user of the tenant. */
public sealed interface VoicemailRequest extends Request<Reply> {
  TenantId tenant();

  CallId call();

  int message();

  String by();

  /** He listens to it. */
  record Heard(TenantId tenant, CallId call, int message, String by) implements VoicemailRequest {}

  /** He has dealt with it. {@code note}: what he wrote of it, or empty. */
  record Done(TenantId tenant, CallId call, int message, String by, String note) implements VoicemailRequest {
    /** Without a word. */
    public Done(TenantId tenant, CallId call, int message, String by) {
      this(tenant, call, message, by, "");
    }
  }
}
