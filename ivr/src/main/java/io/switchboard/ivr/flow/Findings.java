package io.switchboard.ivr.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was found wrong so far. */
final class Findings {
  private final List<FlowCheck.Finding> all = new ArrayList<>();

  void add(String pointer, String wrong, String right) {
    all.add(new FlowCheck.Finding(pointer, wrong, right));
  }

  /** Whether it is one of these; it is a finding where not. */
  boolean known(String pointer, String what, String name, Set<String> names) {
    boolean known = names.contains(name);
    if (!known) {
      add(pointer, "no " + what + " is named '" + name + "'", oneOf(names, "a " + what + " by this name in the configuration"));
    }
    return known;
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
