package io.switchboard.desktop.api;

import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.id.QueueId;
import io.switchboard.desktop.knowledge.Knowledge;
import io.switchboard.desktop.protocol.MeView.WrapUpCode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What agents work with beside calls.
 *
 * @param knowledge as it is now
 * @param codes of a queue's wrap-up as they are now
 */
public record DeskWork(StaffMessages messages, Supplier<Knowledge> knowledge, Function<QueueId, List<WrapUpCode>> codes) {}
