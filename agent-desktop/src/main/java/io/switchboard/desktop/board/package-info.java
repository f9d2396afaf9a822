/**
 * The numbers that the API shows: the one fold of facts, beside what the fold does not know.
 * {@link io.switchboard.desktop.board.BoardNumbers} adds how a person is called and, by
 * {@link io.switchboard.desktop.board.UnreachablePhones}, whether his phone can be rung. Nothing is counted here.
 */
@NullMarked
package io.switchboard.desktop.board;

import org.jspecify.annotations.NullMarked;
