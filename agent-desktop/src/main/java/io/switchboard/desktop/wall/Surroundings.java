package io.switchboard.desktop.wall;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import org.jspecify.annotations.Nullable;

/** What the counted numbers do not know. */
public interface Surroundings {
  String displayName(AgentId agent);

  boolean reachable(AgentId agent);

  /** How this call waits, or waited last; null: not in a queue. */
  Fact.@Nullable QueueEntered visit(CallId call);

  /** The name of the supervisor who hears his talk, or null. */
  @Nullable String listenedBy(AgentId agent);

  /** How long a caller would wait who came now, milliseconds; null: not known. */
  @Nullable Long expectedWaitMs(QueueId queue);
}
