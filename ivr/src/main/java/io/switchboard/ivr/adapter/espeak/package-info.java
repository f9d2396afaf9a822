/**
 * Speech and hold music made on this machine by espeak-ng and SoX, which Debian packages. Every sound is written for the telephone: 8 kHz,
 * mono, as {@code .ulaw} and {@code .alaw} (which Asterisk sends as they are) and {@code .wav} (for other codecs and for people), named by
 * the digest of what it says, readable by the user that Asterisk runs as. Values of callers lie apart and are removed after some hours
 * ({@link io.switchboard.ivr.adapter.espeak.PassingSounds}); recordings of people are judged and converted by
 * {@link io.switchboard.ivr.adapter.espeak.RecordingCheck}.
 */
@NullMarked
package io.switchboard.ivr.adapter.espeak;

import org.jspecify.annotations.NullMarked;
