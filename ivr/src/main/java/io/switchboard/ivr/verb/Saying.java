package io.switchboard.ivr.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something to be said. */
public sealed interface Saying {
  /**
   * A prompt of the book.
   *
   * @param id its name
   * @param language in which it is said whatever the caller's language is, e.g. in the choice of languages itself; empty: in the caller's
   */
  record Prompt(String id, String language) implements Saying {}

  /** A text that stands in the flow: language → text, with {@code {name}} for a variable. */
  record Text(Map<String, String> byLanguage) implements Saying {
    public Text {
      byLanguage = Map.copyOf(byLanguage);
    }
  }

  /** A prompt in the caller's language. */
  static Saying of(String prompt) {
    return new Prompt(prompt, "");
  }

  static List<Step.Spoken> spoken(String at, List<Saying> sayings) {
    List<Step.Spoken> all = new ArrayList<>();
    for (int i = 0; i < sayings.size(); i++) {
      all.add(new Step.Spoken(at + "/" + i, sayings.get(i)));
    }
    return all;
  }
}
