package io.switchboard.app.replay;

import io.switchboard.acd.replay.Replay;
import io.switchboard.core.metric.PeriodBoard;
import org.jspecify.annotations.Nullable;

/**
 * What a period came to under one set of rules.
 *
 * @param name {@code recorded}, {@code replayed} (under the rules of now) or {@code changed}
 * @param drawn null: nothing was, it is the record
 */
public record Scenario(String name, PeriodBoard.Numbers numbers, Replay.@Nullable Drawn drawn) {}
