/**
 * What a caller hears, and when: the audio of simulated callers, and an ear that knows the platform's prompts.
 *
 * <p>{@link io.switchboard.servers.audio.Handsets} are the media side of callers whose SIP SIPp speaks: each has an RTP port of its own,
 * which the scenario names in its SDP. They send what phones send, 20 ms of sound at a time, and key presses as RTP events (RFC 4733) in the
 * same stream; they keep every packet that arrives, with the moment. Sent and received are stamped by one clock in one thread, so a
 * latency needs neither a capture on the wire nor root, and a key is pressed when the test wants, not when a scenario was written to.
 * A {@link io.switchboard.servers.audio.Recording} is what arrived, in one piece; an {@link io.switchboard.servers.audio.Ear}
 * finds in it which prompts were heard, from when to when, whole or cut, the music, and the silence.
 *
 * <p>Every doubt is decided against the platform: a packet is stamped before it is sent and after it was received, and a sample is heard when its
 * packet has arrived and the samples before it have been played.
 */
@NullMarked
package io.switchboard.servers.audio;

import org.jspecify.annotations.NullMarked;
