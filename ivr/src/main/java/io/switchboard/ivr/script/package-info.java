/**
 * An agent in a guided script, for one caller. {@link io.switchboard.ivr.script.Scripting} is a pure kernel on the same
 * {@link io.switchboard.ivr.run.Frames} that lead callers through flows: {@code decide(run, event, now)} gives the next
 * {@link io.switchboard.ivr.script.ScriptRun}, the facts and what is to be looked up; {@link io.switchboard.ivr.script.ScriptTable} is its
 * transition table. Each page has a number of its own, so that it is answered once. {@link io.switchboard.ivr.script.Trails} puts every run
 * back at its page after a restart.
 */
@NullMarked
package io.switchboard.ivr.script;

import org.jspecify.annotations.NullMarked;
