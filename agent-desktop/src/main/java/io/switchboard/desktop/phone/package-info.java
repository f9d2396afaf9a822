/**
 * The phone in an agent's page: its sessions, each with a secret of its own, and whether its page is there. SIP itself goes between the page
 * and Asterisk; the platform passes it on over one socket.
 */
@NullMarked
package io.switchboard.desktop.phone;

import org.jspecify.annotations.NullMarked;
