/**
 * {@code bin/bench free-to-ring}: how long an agent who hung up waits for his next call while callers wait for him.
 *
 * <p>The same phones and callers (SIPp) call app_queue and Switchboard in turn, on one Asterisk. The time runs from the agent's BYE at SIPp
 * to the next INVITE for the same phone at SIPp, so everything between counts: SIP, Asterisk, AMI, decision, journal. CPU is that of all
 * server processes, divided by the calls that were completed meanwhile. A {@link io.switchboard.bench.rig.QueueUnderTest} is one of
 * the two.
 */
@NullMarked
package io.switchboard.bench.freetoring;

import org.jspecify.annotations.NullMarked;
