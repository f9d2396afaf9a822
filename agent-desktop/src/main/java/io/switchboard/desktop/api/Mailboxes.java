package io.switchboard.desktop.api;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.interaction.Voicemails;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;

/**
 * What callers left, and who may hear it.
 *
 * @param queues those that an agent serves now
 * @param data the directory below which the files lie
 */
public record Mailboxes(Voicemails voicemails, Function<AgentId, Set<QueueId>> queues, Path data) {}
