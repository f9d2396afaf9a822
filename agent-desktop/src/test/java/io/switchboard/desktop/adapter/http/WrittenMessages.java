package io.switchboard.desktop.adapter.http;

import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.id.AgentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Messages in memory. */
final class WrittenMessages implements StaffMessages {
  private final List<Message> unseen = new ArrayList<>();
  private int sent;

  @Override
  public synchronized List<Message> send(Collection<AgentId> to, String from, String text, long atMs) {
    List<Message> now = to.stream().map(agent -> new Message(Integer.toString(++sent), agent, from, text, atMs)).toList();
    unseen.addAll(now);
    return now;
  }

  @Override
  public synchronized boolean seen(AgentId agent, String id, long atMs) {
    return unseen.removeIf(each -> each.to().equals(agent) && each.id().equals(id));
  }

  @Override
  public synchronized List<Message> unseen(int most) {
    return List.copyOf(unseen);
  }
}
