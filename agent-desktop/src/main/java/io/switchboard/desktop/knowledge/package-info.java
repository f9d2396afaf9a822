/** Articles that agents look things up in while they talk. */
@NullMarked
package io.switchboard.desktop.knowledge;

import org.jspecify.annotations.NullMarked;
