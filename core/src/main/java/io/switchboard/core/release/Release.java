package io.switchboard.core.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;

/**
 * The flows and prompts that are, or were, in force together.
 *
 * @param number 1, 2, … without gaps
 * @param atMs when it was published, milliseconds since the epoch
 * @param by who did: {@code tenant/user}, or {@link #START}
 * @param rolledBackTo the release whose texts it brought back; 0: none
 * @param files version of each file's text, by names such as {@code flows/main.yaml}
 */
public record Release(int number, long atMs, String by, int rolledBackTo, SortedMap<String, String> files) {
  /** The platform found it in the files as it started. */
  public static final String START = "start";

  public Release {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** A file that is another in one release than in another. */
  public record Change(String file, How how) {}

  public enum How { ADDED, REMOVED, CHANGED }

  /** The release that these texts make after the last one; empty: they are the last one. */
  public static Optional<Release> after(Optional<Release> last, Map<String, String> texts, long atMs, String by, int rolledBackTo) {
    SortedMap<String, String> files = new TreeMap<>();
    texts.forEach((file, text) -> files.put(file, TextDigest.of(text)));
    return last.isPresent() && last.get().files().equals(files)
        ? Optional.empty()
        : Optional.of(new Release(last.map(Release::number).orElse(0) + 1, atMs, by, rolledBackTo, files));
  }

  /** The version of all files together: two releases of the same are the same. */
  public String digest() {
    StringBuilder all = new StringBuilder();
    files.forEach((file, version) -> all.append(version).append("  ").append(file).append('\n'));
    return TextDigest.of(all.toString());
  }

  /** What is another than in an earlier one, by file; the first one was made of nothing. */
  public List<Change> changesSince(Optional<Release> earlier) {
    SortedMap<String, String> before = earlier.map(Release::files).orElse(Collections.emptySortedMap());
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(files.keySet());
    List<Change> changes = new ArrayList<>();
    for (String file : all) {
      if (!before.containsKey(file)) {
        changes.add(new Change(file, How.ADDED));
      } else if (!files.containsKey(file)) {
        changes.add(new Change(file, How.REMOVED));
      } else if (!files.get(file).equals(before.get(file))) {
        changes.add(new Change(file, How.CHANGED));
      }
    }
    return List.copyOf(changes);
  }
}
