package io.switchboard.desktop.api;

import io.switchboard.core.agent.StaffMessages;
import io.switchboard.desktop.knowledge.Knowledge;
import java.util.function.Supplier;

/** What agents work with beside calls. {@code knowledge}: as it is now. */
public record DeskWork(StaffMessages messages, Supplier<Knowledge> knowledge) {}
