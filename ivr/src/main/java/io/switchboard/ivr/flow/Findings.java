package io.switchboard.ivr.flow;

import io.switchboard.core.id.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was found wrong so far. */
final class Findings {
  /** More than one reads: then only what was perhaps meant is named. */
  private static final int MOST_LISTED = 12;

  private final List<FlowCheck.Finding> all = new ArrayList<>();

  void add(String pointer, String wrong, String right) {
    all.add(new FlowCheck.Finding(pointer, wrong, right));
  }

  /** Whether it is one of these; it is a finding where not. */
  boolean known(String pointer, String what, String name, Set<String> names) {
    boolean known = names.contains(name);
    if (!known) {
      add(pointer, "no " + what + " is named '" + name + "'", oneOf(names, name, "a " + what + " by this name in the configuration"));
    }
    return known;
  }

  /** @param otherwise where there are none to choose from */
  private static String oneOf(Set<String> names, String mistaken, String otherwise) {
    if (names.size() <= MOST_LISTED) {
      return oneOf(names, otherwise);
    }
    String some = new TreeSet<>(names).stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    return Closest.to(mistaken, names).map(near -> "'" + near + "', perhaps")
        .orElseGet(() -> "one of " + some + " and " + (names.size() - MOST_LISTED) + " others");
  }

  static String oneOf(Set<String> names, String otherwise) {
    return names.isEmpty() ? otherwise : "one of " + String.join(", ", new TreeSet<>(names));
  }

  boolean none() {
    return all.isEmpty();
  }

  List<FlowCheck.Finding> all() {
    return List.copyOf(all);
  }
}
