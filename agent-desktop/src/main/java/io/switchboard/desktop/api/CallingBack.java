package io.switchboard.desktop.api;

import io.switchboard.core.interaction.Callbacks;
import io.switchboard.core.time.Clock;

/** Who gave up and who is called back, and the clock by which "lately" is meant. */
public record CallingBack(Callbacks callbacks, Clock clock) {}
