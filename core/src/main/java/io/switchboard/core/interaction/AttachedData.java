package io.switchboard.core.interaction;

import java.util.List;

/**
 * What a call brings along for whoever answers it. Never a secret.
 *
 * @param language code of the language that the caller hears
 * @param chosen what he chose in menus, and by which keys he left entries, in order; of very many the last
 * @param known what his flows know of him: the outermost flow first; a name twice where two flows hold different values under it
 */
public record AttachedData(String language, List<Choice> chosen, List<Value> known) {
  public AttachedData {
    chosen = List.copyOf(chosen);
    known = List.copyOf(known);
  }

  /**
   * @param answer the key
   * @param ledTo the step that came of it, which says more than a key; empty where none did yet
   */
  public record Choice(String flow, String step, String answer, String ledTo) {
    /** Whose next step is not known yet. */
    public Choice(String flow, String step, String answer) {
      this(flow, step, answer, "");
    }

    Choice leadingTo(String next) {
      return new Choice(flow, step, answer, next);
    }
  }

  /**
   * A variable.
   *
   * @param flow whose it is
   * @param value as text, numbers and flags too; what is very long is cut
   */
  public record Value(String flow, String name, String value) {}
}
