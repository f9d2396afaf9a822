package io.switchboard.ivr.verb;

import java.util.List;

/** A step that asks for keys. Its prompts may be cut by any key, and keys pressed ahead answer it without a word. */
public sealed interface Asking extends Step permits Menu, Entering {
  List<Saying> prompts();

  /** When nothing was pressed in time. */
  Retry noKey();

  /** When something wrong was pressed. */
  Retry wrong();

  /** How long it listens after the prompt, in milliseconds. */
  long timeoutMs();

  @Override
  default void enter(Turn turn) {
    turn.ask(this);
  }
}
