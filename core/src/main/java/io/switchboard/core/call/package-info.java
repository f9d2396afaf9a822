/**
 * Whose call is it, and how far has it come? {@link io.switchboard.core.call.CallStage} takes every arrival, finds its entry point, hands it
 * to the flow, and writes the one ending of each call. {@link io.switchboard.core.call.CallTransitions} is the whole life of a call.
 */
@NullMarked
package io.switchboard.core.call;

import org.jspecify.annotations.NullMarked;
