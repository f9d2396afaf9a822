package io.switchboard.desktop.desk;

import io.switchboard.core.agent.StaffMessages.Message;
import io.switchboard.core.id.AgentId;
import io.switchboard.desktop.protocol.MessageView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What supervisors wrote that agents have not seen yet. */
final class Inbox {
  /** Of one agent, the newest. */
  private static final int MOST = 50;

  private final Function<AgentId, String> names;
  private final Map<AgentId, List<MessageView>> unseen = new HashMap<>();

  /** {@code names}: how people call a user. */
  Inbox(Function<AgentId, String> names) {
    this.names = names;
  }

  /** A new one; or one that he has, as it is now. */
  void written(Message message) {
    List<MessageView> own = unseen.computeIfAbsent(message.to(), each -> new ArrayList<>());
    MessageView view = new MessageView(
        message.id(), names.apply(new AgentId(message.to().tenant(), message.from())), message.text(), message.atMs(), false);
    boolean known = own.stream().anyMatch(each -> each.id().equals(message.id()));
    own.replaceAll(each -> each.id().equals(message.id()) ? view : each);
    if (!known) {
      own.add(view);
    }
    if (own.size() > MOST) {
      own.removeFirst();
    }
  }

  void seen(AgentId agent, String id) {
    unseen.getOrDefault(agent, new ArrayList<>()).removeIf(each -> each.id().equals(id));
  }

  /** The oldest first. */
  List<MessageView> of(AgentId agent) {
    return List.copyOf(unseen.getOrDefault(agent, List.of()));
  }
}
