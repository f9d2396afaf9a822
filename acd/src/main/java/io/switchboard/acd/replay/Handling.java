package io.switchboard.acd.replay;

import io.switchboard.core.ending.Party;
import org.jspecify.annotations.Nullable;

/**
 * How long an answered call took.
 *
 * @param wrapUpMs after which the agent ended his wrap-up himself; null: he let its timer run, whatever that is
 */
record Handling(long talkMs, Party by, @Nullable Long wrapUpMs) {}
