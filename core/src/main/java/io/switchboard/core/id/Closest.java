package io.switchboard.core.id;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Did you mean: the known name that a mistyped one is nearest to, by the fewest letters changed, left out, put in or swapped. */
public final class Closest {
  private Closest() {}

  /** The remedy for an unknown name, e.g. {@code did you mean 'sales'?}. */
  public static String remedy(String name, Collection<String> known, String kind) {
    return to(name, known).map(near -> "did you mean '" + near + "'?")
        .orElse(known.isEmpty() ? "there are no " + kind + " yet" : kind + " are " + String.join(", ", known.stream().limit(20).toList()));
  }

  /** The nearest one, unless more than about a third of the letters differ. */
  public static Optional<String> to(String name, Collection<String> known) {
    return known.stream()
        .filter(each -> distance(name, each) <= Math.max(1, (1 + Math.max(name.length(), each.length())) / 3))
        .min(Comparator.comparingInt(each -> distance(name, each)));
  }

  /** The distance of optimal string alignment (Damerau and Levenshtein). */
  private static int distance(String first, String second) {
    String from = first.toLowerCase(Locale.ROOT).replace('-', '_');
    String to = second.toLowerCase(Locale.ROOT).replace('-', '_');
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : edit(edits, from, to, i, j);
      }
    }
    return edits[from.length()][to.length()];
  }

  private static int edit(int[][] edits, String from, String to, int i, int j) {
    int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
