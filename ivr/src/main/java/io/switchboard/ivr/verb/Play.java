package io.switchboard.ivr.verb;

import java.util.List;

/**
 * {@code play}: says prompts in order.
 *
 * @param prompts at least one
 */
public record Play(List<Saying> prompts, String next) implements Speaking {
  public static final String VERB = "play";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Spoken> says() {
    return Saying.spoken("/play/prompts", prompts);
  }
}
