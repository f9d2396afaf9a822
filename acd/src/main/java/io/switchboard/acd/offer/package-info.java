/**
 * An offer: one call presented to one agent. It is made (the phone is dialled), rings, is answered, and ends with the talk; or it ends
 * unanswered, with a reason. An agent has at most one live offer; a call may have several, of which
 * one is answered (a queue's {@code ring_at_once}).
 */
@NullMarked
package io.switchboard.acd.offer;

import org.jspecify.annotations.NullMarked;
