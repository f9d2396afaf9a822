/**
 * Who asks: {@link io.switchboard.desktop.access.Accounts} names those who may log in, {@link io.switchboard.desktop.access.Login}
 * finds out whether it is he, {@link io.switchboard.desktop.access.Visitor} is what comes of it. A password is seen by {@code Login},
 * {@link io.switchboard.desktop.access.PasswordChange} and {@link io.switchboard.desktop.access.Hashing} only, and kept by nobody.
 */
@NullMarked
package io.switchboard.desktop.access;

import org.jspecify.annotations.NullMarked;
