/**
 * The telephone line in our words: {@link io.switchboard.core.line.Line} commands it, {@link io.switchboard.core.line.LineEvent} says what
 * happened. Nothing here knows Asterisk; the adapter that does is {@code core.adapter.asterisk}.
 */
@NullMarked
package io.switchboard.core.line;

import org.jspecify.annotations.NullMarked;
