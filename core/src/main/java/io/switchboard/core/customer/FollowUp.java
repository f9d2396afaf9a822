package io.switchboard.core.customer;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody promised to do for a customer.
 *
 * @param owner name of the user who is to do it, or empty
 * @param dueAtMs by when, milliseconds since the epoch, or null
 * @param doneBy name of the user, or null while it is open
 */
public record FollowUp(
    long id, long customer, String title, String owner, @Nullable Long dueAtMs, String madeBy, long madeAtMs, @Nullable String doneBy,
    @Nullable Long doneAtMs, String note) {}
