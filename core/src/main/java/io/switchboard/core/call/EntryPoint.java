package io.switchboard.core.call;

import io.switchboard.core.id.TenantId;

/**
 * What a number called leads to.
 *
 * @param number E.164, or an extension as callers inside dial it
 * @param flow the name of the flow that runs
 * @param language of the first words, e.g. {@code en} or {@code zh}
 */
public record EntryPoint(TenantId tenant, String name, String number, String flow, String language) {}
