package io.switchboard.ivr.verb;

import java.util.List;

/**
 * {@code play}: says prompts in order. Any key cuts them; the key is kept for the next menu.
 *
 * @param prompts at least one
 */
public record Play(List<Saying> prompts, String next) implements Step {
  public static final String VERB = "play";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(new Branch("/play/next", next, false));
  }

  @Override
  public List<Spoken> says() {
    return Saying.spoken("/play/prompts", prompts);
  }

  @Override
  public void enter(Turn turn) {
    turn.play(this);
  }
}
