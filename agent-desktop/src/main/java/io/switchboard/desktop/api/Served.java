package io.switchboard.desktop.api;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.Words;
import io.switchboard.desktop.access.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Of which queues a user sees the matters: an agent of those that he serves, everybody else of all.
 *
 * @param queues those that an agent serves now
 */
record Served(Function<AgentId, Set<QueueId>> queues) {
  static final Words WHO_MAY = new Words("agent of this queue, supervisor, admin", "该队列的坐席、supervisor、admin");

  /** {@code queue} null: what is of no queue is the supervisors'. */
  boolean may(Visitor.User user, @Nullable QueueId queue) {
    return own(user).map(own -> queue != null && own.contains(queue)).orElse(true);
  }

  /** The names to choose by, the one that he asks for or his own; empty: all. */
  Optional<List<String>> names(Visitor.User user, Optional<String> asked) {
    return asked.map(List::of).or(() -> own(user).map(own -> own.stream().map(QueueId::name).toList()));
  }

  private Optional<Set<QueueId>> own(Visitor.User user) {
    return user.role() == Role.AGENT ? Optional.of(queues.apply(user.agent())) : Optional.empty();
  }
}
