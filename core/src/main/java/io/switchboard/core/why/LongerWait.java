package io.switchboard.core.why;

/** Why a caller is told a longer wait than before. */
public enum LongerWait {
  /** Callers who came after him are ahead of him. */
  MORE_URGENT_CALLS,
  /** Fewer agents are at work who may take his call. */
  FEWER_AGENTS,
  /** Fewer calls ended than their usual length let expect. */
  LONGER_CALLS
}
