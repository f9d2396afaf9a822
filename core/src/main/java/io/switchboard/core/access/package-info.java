/**
 * Who may use the API: {@link io.switchboard.core.access.Role} says what for, {@link io.switchboard.core.access.Passwords} keeps what proves it,
 * {@link io.switchboard.core.access.LoginThrottle} slows down those who guess.
 */
@NullMarked
package io.switchboard.core.access;

import org.jspecify.annotations.NullMarked;
