/**
 * {@code bin/bench ivr}: how soon a key is answered by the sound of the next prompt, and whether one is lost, with many callers in menus.
 *
 * <p>{@code Menus} is the flow, {@code CallerInMenus} one who presses his way through it, {@code Round} lets them all do so at once.
 * What they heard is looked through when they have hung up ({@code Hearsay}), and compared with what the journal says they answered
 * ({@code Answers}). The clock is the callers' own: {@link io.switchboard.servers.audio}.
 */
@NullMarked
package io.switchboard.bench.ivr;

import org.jspecify.annotations.NullMarked;
