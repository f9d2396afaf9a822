package io.switchboard.core.adapter.asterisk.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What writing our files into the configuration directory of an existing Asterisk would change, before it does. Files of other names are
 * never touched, but for one include line at the end of five of them.
 */
public record AsteriskDiff(List<Change> changes) {

  /** Other people's files may be in any encoding: read and written byte by byte, and ours are ASCII. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  /** What becomes of one file. */
  public sealed interface Change {
    Path file();

    record New(Path file, String text) implements Change {}

    /**
     * @param lines those that go ({@code -}) and come ({@code +})
     */
    record Changed(Path file, String text, List<String> lines) implements Change {}

    record Same(Path file) implements Change {}
  }

  /**
   * Compares {@code setup}'s shared files and include lines with a directory.
   *
   * @throws IOException if a file there cannot be read
   * @throws IllegalArgumentException if a value of the setup cannot stand in a configuration file
   */
  public static AsteriskDiff of(AsteriskSetup setup, Path directory) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, String> file : AsteriskFiles.shared(setup).entrySet()) {
      changes.add(change(directory.resolve(file.getKey()), file.getValue()));
    }
    for (Map.Entry<String, String> line : AsteriskFiles.includes().entrySet()) {
      changes.add(including(directory.resolve(line.getKey()), line.getValue()));
    }
    return new AsteriskDiff(changes);
  }

  /** A report for people: what is new, what changes and how, what stays. Secrets are not shown. */
  public String report() {
    StringBuilder report = new StringBuilder();
    for (Change change : changes) {
      switch (change) {
        case Change.New c -> report.append("new       ").append(c.file()).append('\n');
        case Change.Changed c -> {
          report.append("changed   ").append(c.file()).append('\n');
          c.lines().forEach(line -> report.append("    ").append(hidden(line)).append('\n'));
        }
        case Change.Same c -> report.append("unchanged ").append(c.file()).append('\n');
      }
    }
    return report.toString();
  }

  /**
   * Writes what is new or changed. New files belong to whom the directory belongs to, and only he and his group read them, for there are
   * secrets in them.
   *
   * @throws IOException if a file cannot be written or given to the directory's group, who then could not read it
   */
  public void write() throws IOException {
    for (Change change : changes) {
      switch (change) {
        case Change.New c -> {
          Path directory = Files.createDirectories(c.file().toAbsolutePath().getParent());
          Files.createFile(c.file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
          give(c.file(), Files.readAttributes(directory, PosixFileAttributes.class));
          Files.writeString(c.file(), c.text(), BYTES);
        }
        case Change.Changed c -> Files.writeString(c.file(), c.text(), BYTES);
        case Change.Same c -> { }
      }
    }
  }

  private static void give(Path file, PosixFileAttributes like) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributes now = view.readAttributes();
    if (!now.group().equals(like.group())) {
      view.setGroup(like.group());
    }
    if (!now.owner().equals(like.owner())) {
      try {
        view.setOwner(like.owner());
      } catch (FileSystemException onlyRootMay) {
        return; // its group reads it
      }
    }
  }

  private static Change change(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      return new Change.New(file, text);
    }
    String old = read(file);
    return old.equals(text)
        ? new Change.Same(file)
        : new Change.Changed(file, text, differences(old.lines().toList(), text.lines().toList()));
  }

  private static Change including(Path file, String line) throws IOException {
    if (!Files.exists(file)) {
      return new Change.New(file, line + "\n");
    }
    String old = read(file);
    if (old.lines().anyMatch(each -> each.strip().equals(line))) {
      return new Change.Same(file);
    }
    String text = old + (old.isEmpty() || old.endsWith("\n") ? "" : "\n") + line + "\n";
    return new Change.Changed(file, text, List.of("+ " + line));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, BYTES);
  }

  /** The lines that differ, by the longest common subsequence. */
  private static List<String> differences(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        i++;
        j++;
      } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add("- " + old.get(i++));
      } else {
        lines.add("+ " + now.get(j++));
      }
    }
    return lines;
  }

  private static String hidden(String line) {
    return line.replaceFirst("(?i)(secret|password)\\s*=>?\\s*.*", "$1 = (hidden)");
  }
}
