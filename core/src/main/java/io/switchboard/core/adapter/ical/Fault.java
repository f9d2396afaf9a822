package io.switchboard.core.adapter.ical;

/**
 * What is wrong with a file.
 *
 * @param line from 1
 * @param key the property, e.g. {@code RRULE}; empty for the line as a whole
 * @param wrong what is wrong
 * @param right what would be right
 */
public record Fault(int line, String key, String wrong, String right) {

  /** Carries a fault out of the depth. */
  static final class Found extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Fault fault;

    Found(int line, String key, String wrong, String right) {
      super(wrong, null, false, false);
      this.fault = new Fault(line, key, wrong, right);
    }

    Fault fault() {
      return fault;
    }
  }

  /** What came from outside, short enough to show. */
  static String shown(String value) {
    return "'" + (value.length() > 80 ? value.substring(0, 80) + "…" : value).replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
