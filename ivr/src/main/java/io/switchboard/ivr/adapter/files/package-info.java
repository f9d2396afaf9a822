/** Messages as WAV files below the data directory: {@link io.switchboard.ivr.adapter.files.VoicemailFiles}. */
@NullMarked
package io.switchboard.ivr.adapter.files;

import org.jspecify.annotations.NullMarked;
