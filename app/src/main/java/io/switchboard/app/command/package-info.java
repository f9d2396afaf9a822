/** The commands that people type, a class each. */
@NullMarked
package io.switchboard.app.command;

import org.jspecify.annotations.NullMarked;
