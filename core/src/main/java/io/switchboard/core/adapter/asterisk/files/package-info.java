/**
 * Every file that Asterisk reads for us, as a pure function of one {@link io.switchboard.core.adapter.asterisk.files.AsteriskSetup}. An
 * Asterisk of our own gets all of them; an existing one gets the {@code switchboard_*.conf} and the lines that include them. The dialplan
 * ({@code DialplanFile}) is the part of the product that goes on while the platform is dead.
 *
 * <p>Only what calls need is loaded and only what we act on is sent over AMI: each module, event and header costs processor time per call.
 */
@NullMarked
package io.switchboard.core.adapter.asterisk.files;

import org.jspecify.annotations.NullMarked;
