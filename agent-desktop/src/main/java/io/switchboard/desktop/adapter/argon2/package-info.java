/** Argon2id by password4j; the only place that knows the library. */
@NullMarked
package io.switchboard.desktop.adapter.argon2;

import org.jspecify.annotations.NullMarked;
