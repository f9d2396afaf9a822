/**
 * One caller in one flow. {@link io.switchboard.ivr.run.FlowRun} is a pure kernel: {@code decide(run, event, now)} gives the next
 * {@link io.switchboard.ivr.run.Run}, the facts and the effects; {@link io.switchboard.ivr.run.RunTable} is its transition table. No key
 * is lost: what no menu asked for yet is kept in {@code Run.ahead} and answers the menus to come. After a restart
 * {@link io.switchboard.ivr.run.Restart} puts each run back at the step that its facts name.
 */
@NullMarked
package io.switchboard.ivr.run;

import org.jspecify.annotations.NullMarked;
