/**
 * The way to Asterisk, over its manager interface (AMI) alone. {@link io.switchboard.core.adapter.asterisk.AmiLine} is the
 * {@link io.switchboard.core.line.Line}; inside it an event passes in one direction: {@code AmiLink} (connection, reconnection) →
 * {@code Hearing} (Asterisk's words into ours, pure) → {@code Exchange} (every caller and offer now, pure) → {@code Act} (what to tell
 * Asterisk and the stages). One thread owns the exchange; the threads of the connection only hand over.
 *
 * <p>What must go on while the platform is dead stands in the dialplan, not here: holding a caller with music, joining an agent who
 * answers to his caller, hanging up the caller when the agent did. {@code files} writes that dialplan. A caller's channel carries
 * {@code CC_CALL} and an agent's leg {@code CC_OFFER}, so that after any gap the snapshot says whose they are.
 */
@NullMarked
package io.switchboard.core.adapter.asterisk;

import org.jspecify.annotations.NullMarked;
