package io.switchboard.core.release;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In what one release differs from another, for people who read it. */
public final class Difference {
  private static final int LINES_AROUND = 3;
  private static final String NOTHING = "/dev/null";

  private Difference() {}

  /** @param diff in the unified format, as {@code diff -u} writes it and {@code patch} reads it; each line ends with a line feed */
  public record OfFile(String file, Release.How how, String diff) {}

  /** Of each file that is another, in the order of their names. {@code from}: empty: from nothing. */
  public static List<OfFile> between(Optional<Releases.Content> from, Releases.Content to) {
    Map<String, String> before = from.<Map<String, String>>map(Releases.Content::texts).orElse(Map.of());
    return to.release().changesSince(from.map(Releases.Content::release)).stream()
        .map(change -> new OfFile(change.file(), change.how(), switch (change.how()) {
          case ADDED -> unified(NOTHING, change.file(), "", text(to.texts(), change));
          case REMOVED -> unified(change.file(), NOTHING, text(before, change), "");
          case CHANGED -> unified(change.file(), change.file(), text(before, change), text(to.texts(), change));
        })).toList();
  }

  private static String text(Map<String, String> texts, Release.Change change) {
    return texts.getOrDefault(change.file(), "");
  }

  private static String unified(String nameBefore, String nameAfter, String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(nameBefore, nameAfter, old, DiffUtils.diff(old, now), LINES_AROUND);
    String all = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    all = old.isEmpty() ? all.replaceFirst("\n@@ -1,0 ", "\n@@ -0,0 ") : all; // the library writes line 1 of what has no line
    return now.isEmpty() ? all.replaceFirst(" \\+1,0 @@\n", " +0,0 @@\n") : all;
  }
}
