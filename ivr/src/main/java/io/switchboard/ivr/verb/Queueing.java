package io.switchboard.ivr.verb;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import java.util.Map;

/** A step that hands the caller to the agents. The flow goes on only if they do not have him. */
public sealed interface Queueing extends Step permits Enqueue, ToAgent {
  /** Its name within the caller's tenant. */
  String queue();

  /** Keys that he may press there, each with the step to which it leads. */
  Map<Character, String> keys();

  /** Where the flow goes on when the queue does not take him. */
  String refused(QueueRefusal reason);

  /**
   * Where the flow goes on when he left the queue.
   *
   * @throws IllegalArgumentException for an exit after which nobody is there to go on
   */
  String left(QueueExit exit, String key, String rule);
}
