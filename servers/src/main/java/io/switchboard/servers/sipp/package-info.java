/**
 * Simulated people on real SIP, by the installed SIPp: callers who dial, press keys and wait, and agents' phones that ring and talk.
 *
 * <p>{@link io.switchboard.servers.sipp.SippCallers} and {@link io.switchboard.servers.sipp.SippPhones} each run one SIPp process from a
 * scenario made of small templates. Every message that SIPp sends or receives stands in its short-message file with the
 * microsecond; {@link io.switchboard.servers.sipp.SippTrace} reads that file, also while it grows, and tells what each caller
 * and each phone went through. What the two saw is the outside truth that tests and benches count by.
 */
@NullMarked
package io.switchboard.servers.sipp;

import org.jspecify.annotations.NullMarked;
