package io.switchboard.acd.skill;

import java.util.HashMap;
import java.util.Map;

/** Skill → level, where it is required and where it is offered. */
public final class Skills {
  /** The highest level. */
  public static final int BEST = 10;

  private Skills() {}

  /**
   * @throws IllegalArgumentException naming the skill whose level is not within {@code least} to 10
   */
  public static void check(Map<String, Integer> levels, int least) {
    levels.forEach((skill, level) -> {
      if (level < least || level > BEST) {
        throw new IllegalArgumentException("skill '" + skill + "' has a level from " + least + " to " + BEST + ", not " + level);
      }
    });
  }

  /** Everything that either asks for, at the higher level of the two. */
  public static Map<String, Integer> both(Map<String, Integer> some, Map<String, Integer> others) {
    if (others.isEmpty()) {
      return some;
    }
    Map<String, Integer> both = new HashMap<>(some);
    others.forEach((skill, level) -> both.merge(skill, level, Math::max));
    return Map.copyOf(both);
  }

  /** Whether these levels are enough for what is required. */
  public static boolean enough(Map<String, Integer> levels, Map<String, Integer> required) {
    for (Map.Entry<String, Integer> need : required.entrySet()) {
      if (levels.getOrDefault(need.getKey(), 0) < need.getValue()) {
        return false;
      }
    }
    return true;
  }
}
