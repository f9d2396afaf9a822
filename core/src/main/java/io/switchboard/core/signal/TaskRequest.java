package io.switchboard.core.signal;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;

/** Marks a task that exists, of a bad score; it is durable when the answer comes. {@code by}: a user of the tenant. */
public sealed interface TaskRequest extends Request<Reply> {
  TenantId tenant();

  /** The interaction that it came of. */
  CallId call();

  String task();

  String by();

  /** A supervisor took note of it. */
  record Seen(TenantId tenant, CallId call, String task, String by) implements TaskRequest {}

  /** He has dealt with it. {@code note}: what he wrote of it, or empty. */
  record Done(TenantId tenant, CallId call, String task, String by, String note) implements TaskRequest {}
}
