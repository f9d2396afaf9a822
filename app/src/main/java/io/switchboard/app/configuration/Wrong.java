package io.switchboard.app.configuration;

/**
 * One wrong setting.
 *
 * @param file its name within the configuration directory
 * @param line from 1; 0 where none can be told
 * @param column from 1; 0 where none can be told
 * @param key the path of the setting, e.g. {@code demo.sales.ring_s}; empty for the file as a whole
 * @param what is wrong
 * @param right what would be right
 */
public record Wrong(String file, int line, int column, String key, String what, String right) {
  /** Where the column cannot be told. */
  public Wrong(String file, int line, String key, String what, String right) {
    this(file, line, 0, key, what, right);
  }

  /** One line for people: {@code queues.yaml:14: demo.sales.ring_s: 0 is not allowed; give seconds from 3 to 300}. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "") + ": " + (key.isEmpty() ? "" : key + ": ") + what + "; " + right;
  }
}
