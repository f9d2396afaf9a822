package io.switchboard.desktop.api;

import java.util.List;

/** Whether the parts that calls depend on do their work now. Safe from any thread, never blocks. */
public interface Health {
  List<Part> parts();

  /**
   * One of PostgreSQL, Redis, Asterisk, the journal.
   *
   * @param name {@code postgres}, {@code redis}, {@code asterisk} or {@code journal}
   * @param detail for the people of this installation: since when, how much is spilled; never a secret
   */
  record Part(String name, State state, String detail) {}

  /** How it goes. */
  enum State {
    UP,
    /** Works, with something that needs care: the journal keeps facts on disk until PostgreSQL is back. */
    DEGRADED,
    DOWN
  }
}
