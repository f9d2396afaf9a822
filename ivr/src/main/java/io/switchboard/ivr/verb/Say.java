package io.switchboard.ivr.verb;

import java.util.List;

/** {@code say}: says a text that stands in the flow itself, in the caller's language. */
public record Say(Saying.Text text, String next) implements Speaking {
  public static final String VERB = "say";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Saying> prompts() {
    return List.of(text);
  }

  @Override
  public List<Spoken> says() {
    return List.of(new Spoken("/say/text", text));
  }
}
