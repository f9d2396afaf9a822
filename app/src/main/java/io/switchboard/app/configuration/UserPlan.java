package io.switchboard.app.configuration;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.TenantId;

/** Someone who may log in: every agent, and the users of {@code users.yaml}. */
public record UserPlan(TenantId tenant, String name, Role role) {}
