package io.switchboard.app.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What all checks found. */
final class Findings {
  private final Set<Wrong> wrongs = new LinkedHashSet<>();

  void add(Document document, KeyPath at, String what, String right) {
    wrongs.add(new Wrong(document.file(), document.line(at), at.toString(), what, right));
  }

  void add(Wrong wrong) {
    wrongs.add(wrong);
  }

  /** Whether something is known to be wrong with this very setting: one sentence about it is enough. */
  boolean about(Document document, KeyPath at) {
    return wrongs.stream().anyMatch(wrong -> wrong.file().equals(document.file()) && wrong.key().equals(at.toString()));
  }

  boolean none() {
    return wrongs.isEmpty();
  }

  List<Wrong> sorted() {
    List<Wrong> sorted = new ArrayList<>(wrongs);
    sorted.sort(Comparator.comparing(Wrong::file).thenComparingInt(Wrong::line));
    return sorted;
  }
}
