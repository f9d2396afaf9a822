package io.switchboard.ivr.verb;

import java.util.ArrayList;
import java.util.List;

/**
 * A prompt to be said.
 *
 * @param prompt its id
 * @param language in which it is said whatever the caller's language is, e.g. in the choice of languages itself; empty: in the caller's
 */
public record Saying(String prompt, String language) {
  public static Saying of(String prompt) {
    return new Saying(prompt, "");
  }

  static List<Step.Spoken> spoken(String at, List<Saying> sayings) {
    List<Step.Spoken> all = new ArrayList<>();
    for (int i = 0; i < sayings.size(); i++) {
      all.add(new Step.Spoken(at + "/" + i, sayings.get(i)));
    }
    return all;
  }
}
