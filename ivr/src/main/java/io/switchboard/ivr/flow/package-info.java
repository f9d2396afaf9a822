/**
 * The flow language: {@link io.switchboard.ivr.flow.Flow} is one flow, immutable, named and versioned by its text;
 * {@link io.switchboard.ivr.flow.Flows} is the set that is in force. {@link io.switchboard.ivr.flow.FlowCheck} proves a flow before it
 * goes live: every step known and reachable, every way comes to an end, no prompt missing in any language, every queue and every
 * opening hours known. It speaks in {@link io.switchboard.ivr.flow.Problem}s, all of them at once.
 */
@NullMarked
package io.switchboard.ivr.flow;

import org.jspecify.annotations.NullMarked;
