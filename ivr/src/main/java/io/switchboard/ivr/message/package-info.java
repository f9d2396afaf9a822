/**
 * Messages that callers leave: {@link io.switchboard.ivr.message.Messages} makes facts of what was recorded,
 * {@link io.switchboard.ivr.message.MessageFiles} keeps the sound.
 */
@NullMarked
package io.switchboard.ivr.message;

import org.jspecify.annotations.NullMarked;
