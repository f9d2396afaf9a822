package io.switchboard.ivr.verb;

import java.util.List;

/** A step of a guided script: a page that the agent sees until he answers it. */
public sealed interface Page extends Step permits Ask, Choose, Note, Knowledge, Show {
  /** What stands on it. */
  Saying.Text text();

  @Override
  default List<Spoken> says() {
    return List.of(new Spoken("/" + verb() + "/text", text()));
  }

  @Override
  default void enter(Turn turn) {
    turn.show(this);
  }
}
