/**
 * A caller on paper: {@link io.switchboard.ivr.trial.Trial} leads one through a flow by the same kernel that runs real calls, with time,
 * data sources and queues in the hand of whoever tries. {@link io.switchboard.ivr.trial.FlowTests} does so by files of what a caller does and must hear.
 */
@NullMarked
package io.switchboard.ivr.trial;

import org.jspecify.annotations.NullMarked;
