package io.switchboard.desktop.api;

import io.switchboard.core.interaction.Callbacks;
import io.switchboard.core.interaction.Tasks;
import io.switchboard.core.time.Clock;

/** Who gave up, who is called back and what is to be done after calls, and the clock by which "lately" and "overdue" are meant. */
public record CallingBack(Callbacks callbacks, Tasks tasks, Clock clock) {}
