package io.switchboard.ivr.verb;

import java.util.List;

/** A step that speaks and then goes on. Any key cuts it; the key is kept for what is asked next. */
public sealed interface Speaking extends Step permits Play, Say {
  List<Saying> prompts();

  String next();

  @Override
  default List<Branch> branches() {
    return List.of(Branch.on("/" + verb() + "/next", next()));
  }

  @Override
  default void enter(Turn turn) {
    turn.speak(this);
  }
}
