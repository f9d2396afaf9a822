package io.switchboard.core.interaction;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The head of an interaction.
 *
 * @param openedAtMs milliseconds since the epoch
 * @param closedAtMs null while something may still happen under this id
 * @param ending null while the caller is on the line
 */
public record Interaction(
    CallId call, TenantId tenant, long openedAtMs, @Nullable Long closedAtMs, String called, String caller, String callerName,
    String entryPoint, @Nullable Ending ending) {}
