/**
 * A caller's contact as one story under one id: everything that the journal holds of it, for people who ask what happened.
 * Live state is elsewhere (each stage has its own); this only reads what is durable.
 */
@NullMarked
package io.switchboard.core.interaction;

import org.jspecify.annotations.NullMarked;
