package io.switchboard.ivr.flow;

/**
 * Something wrong in a file of the administrator.
 *
 * @param file as he knows it
 * @param line counted from 1; 0 where there is none
 * @param column counted from 1; 0 where there is none
 * @param pointer the place in the file as a JSON pointer, e.g. {@code /steps/main/menu/keys/1}; empty for the whole file
 * @param wrong what is wrong
 * @param right what would be right
 */
public record Problem(String file, int line, int column, String pointer, String wrong, String right) implements Comparable<Problem> {
  /** Where the column is not known. */
  public Problem(String file, int line, String pointer, String wrong, String right) {
    this(file, line, 0, pointer, wrong, right);
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** One line for people: {@code main.yaml:12 /steps/main/play/next: no step is named 'sale'. Right would be: ...}. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (pointer.isEmpty() ? "" : " " + pointer) + ": " + wrong + ". Right would be: " + right;
  }
}
