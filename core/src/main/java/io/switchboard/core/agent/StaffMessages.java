package io.switchboard.core.agent;

import io.switchboard.core.id.AgentId;
import java.util.Collection;
import java.util.List;

/**
 * What supervisors write to agents; each is kept until its agent has seen it, over restarts. Calls block: use a thread that may, and expect an
 * {@link java.io.UncheckedIOException} when the store is away.
 */
public interface StaffMessages {
  /** To one agent. {@code from}: a user of his tenant. {@code atMs}: milliseconds since the epoch. */
  record Message(String id, AgentId to, String from, String text, long atMs) {}

  /** Keeps one for each of these agents, and gives them. */
  List<Message> send(Collection<AgentId> to, String from, String text, long atMs);

  /** He has seen it; false: there is none of this id for him that he had not seen. */
  boolean seen(AgentId agent, String id, long atMs);

  /** Those that nobody has seen yet, the oldest first, of very many the newest. */
  List<Message> unseen(int most);
}
