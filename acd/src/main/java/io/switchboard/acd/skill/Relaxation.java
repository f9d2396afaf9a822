package io.switchboard.acd.skill;

import java.util.HashMap;
import java.util.Map;

/**
 * After a while a call asks for less.
 *
 * @param afterMs milliseconds since the call's wait began to count (its entry, or earlier where it brought a wait along), more than 0
 * @param levels skill → the level that is enough from then on, 0 (anyone) to 10; skills that are not named stay as they were
 */
public record Relaxation(long afterMs, Map<String, Integer> levels) {
  public Relaxation {
    if (afterMs <= 0) {
      throw new IllegalArgumentException("skills relax after more than 0 ms, not " + afterMs);
    }
    Skills.check(levels, 0);
    levels = Map.copyOf(levels);
  }

  /** What is still asked for; never more than before. */
  public Map<String, Integer> relax(Map<String, Integer> required) {
    Map<String, Integer> relaxed = new HashMap<>(required);
    levels.forEach((skill, level) -> relaxed.computeIfPresent(skill, (s, asked) -> level == 0 ? null : Math.min(asked, level)));
    return Map.copyOf(relaxed);
  }
}
