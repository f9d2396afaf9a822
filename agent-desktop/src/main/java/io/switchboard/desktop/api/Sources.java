package io.switchboard.desktop.api;

import io.switchboard.core.interaction.Interactions;

/** Whence the API's answers come, besides what the stages are asked. {@code outside}: which numbers agents may dial. */
public record Sources(
    Numbers numbers, Interactions interactions, CallingBack callingBack, Mailboxes mailboxes, Clientele clientele, Published published,
    DeskWork work, Outside outside, Health health) {}
