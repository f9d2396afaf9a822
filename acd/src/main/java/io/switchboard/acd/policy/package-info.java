/**
 * What an administrator may choose of routing: which of the agents who may take a call gets it ({@link io.switchboard.acd.policy.AgentPolicy}),
 * which call comes first ({@link io.switchboard.acd.policy.CallOrder}), and who is kept free for whom
 * ({@link io.switchboard.acd.policy.Reserve}). Values only; {@code acd.routing} acts on them.
 */
@NullMarked
package io.switchboard.acd.policy;

import org.jspecify.annotations.NullMarked;
