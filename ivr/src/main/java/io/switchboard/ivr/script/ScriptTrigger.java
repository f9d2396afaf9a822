package io.switchboard.ivr.script;

/** What can happen to a run of a script. */
public enum ScriptTrigger {
  BEGUN,
  /** The page at hand was answered, as it may be. */
  ANSWERED,
  /** The page before is to be answered anew. */
  TAKEN_BACK,
  /** The data source told something. */
  TOLD,
  /** The platform is back. */
  RESUMED,
  /** The platform is back, and the script has changed: the step at hand is gone. */
  STEP_GONE,
  /** The step entered shows a page. */
  SHOWS,
  /** The step entered asks a data source. */
  LOOKS,
  /** The step entered leads on at once. */
  PASSES,
  /** The step entered is an outcome. */
  ENDS,
  /** Nothing leads on from here. */
  BREAKS,
  /** News of what is over. */
  STALE
}
