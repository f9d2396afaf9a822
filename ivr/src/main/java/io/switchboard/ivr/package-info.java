/**
 * What the caller hears before a person answers. {@link io.switchboard.ivr.FlowStage} is the stage between {@code call} and {@code acd}: it
 * runs one flow for each caller. The language of flows is in {@code flow} and {@code verb}, the caller in a flow in {@code run}, what is
 * said in {@code prompt}; files and speech engines are reached through {@code adapter}.
 */
@NullMarked
package io.switchboard.ivr;

import org.jspecify.annotations.NullMarked;
