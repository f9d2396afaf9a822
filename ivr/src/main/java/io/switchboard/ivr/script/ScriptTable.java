package io.switchboard.ivr.script;

import static io.switchboard.ivr.script.ScriptState.BROKEN;
import static io.switchboard.ivr.script.ScriptState.DONE;
import static io.switchboard.ivr.script.ScriptState.LOOKING_UP;
import static io.switchboard.ivr.script.ScriptState.NEW;
import static io.switchboard.ivr.script.ScriptState.SHOWING;
import static io.switchboard.ivr.script.ScriptState.STEPPING;
import static io.switchboard.ivr.script.ScriptTrigger.ANSWERED;
import static io.switchboard.ivr.script.ScriptTrigger.BEGUN;
import static io.switchboard.ivr.script.ScriptTrigger.BREAKS;
import static io.switchboard.ivr.script.ScriptTrigger.ENDS;
import static io.switchboard.ivr.script.ScriptTrigger.LOOKS;
import static io.switchboard.ivr.script.ScriptTrigger.PASSES;
import static io.switchboard.ivr.script.ScriptTrigger.RESUMED;
import static io.switchboard.ivr.script.ScriptTrigger.SHOWS;
import static io.switchboard.ivr.script.ScriptTrigger.STALE;
import static io.switchboard.ivr.script.ScriptTrigger.STEP_GONE;
import static io.switchboard.ivr.script.ScriptTrigger.TAKEN_BACK;
import static io.switchboard.ivr.script.ScriptTrigger.TOLD;

import io.switchboard.core.state.TransitionTable;

/** The transition table of a script's run; its diagram is docs/states/script-run.md. */
public final class ScriptTable {
  private static final ScriptTrigger[] ENTRIES = {PASSES, SHOWS, LOOKS, ENDS};

  public static final TransitionTable<ScriptState, ScriptTrigger> TABLE = table();

  private ScriptTable() {}

  private static TransitionTable<ScriptState, ScriptTrigger> table() {
    var rows = TransitionTable.of(ScriptState.class, ScriptTrigger.class, NEW);
    rows.on(NEW, BEGUN, STEPPING)
        .on(NEW, BREAKS, BROKEN)
        .ignore("nothing is asked", NEW, STALE)
        .reject("nothing has begun", NEW, ANSWERED, TAKEN_BACK, TOLD, RESUMED, STEP_GONE)
        .reject("no step was entered", NEW, ENTRIES);
    rows.on(STEPPING, PASSES, STEPPING)
        .on(STEPPING, SHOWS, SHOWING)
        .on(STEPPING, LOOKS, LOOKING_UP)
        .on(STEPPING, ENDS, DONE)
        .on(STEPPING, BREAKS, BROKEN)
        .reject("lasts no time, nothing can happen in it", STEPPING, BEGUN, ANSWERED, TAKEN_BACK, TOLD, RESUMED, STEP_GONE, STALE);
    rows.on(SHOWING, ANSWERED, STEPPING)
        .on(SHOWING, TAKEN_BACK, STEPPING)
        .on(SHOWING, STEP_GONE, STEPPING)
        .on(SHOWING, BREAKS, BROKEN)
        .ignore("the page is still there", SHOWING, RESUMED)
        .ignore("nothing is asked any more", SHOWING, STALE)
        .reject("it was begun", SHOWING, BEGUN)
        .reject("no data source is asked", SHOWING, TOLD)
        .reject("the page is not answered", SHOWING, ENTRIES);
    rows.on(LOOKING_UP, TOLD, STEPPING)
        .on(LOOKING_UP, TAKEN_BACK, STEPPING)
        .on(LOOKING_UP, RESUMED, STEPPING)
        .on(LOOKING_UP, STEP_GONE, STEPPING)
        .on(LOOKING_UP, BREAKS, BROKEN)
        .ignore("another question", LOOKING_UP, STALE)
        .reject("it was begun", LOOKING_UP, BEGUN)
        .reject("no page is shown", LOOKING_UP, ANSWERED)
        .reject("the source has not answered", LOOKING_UP, ENTRIES);
    for (ScriptState over : new ScriptState[] {DONE, BROKEN}) {
      rows.ignore("it is over", over, STALE, RESUMED, BREAKS)
          .reject("it is over", over, BEGUN, ANSWERED, TAKEN_BACK, TOLD, STEP_GONE)
          .reject("the last step was the end", over, ENTRIES);
    }
    return rows.build();
  }
}
