package io.switchboard.core.id;

/**
 * One caller's contact by voice, and the id of its interaction: one id from the first ring to the last wrap-up. It is born in
 * Asterisk's dialplan (the unique id of the caller's first channel), so that it exists also while the platform does not.
 */
public record CallId(String value) {
  /** Characters. */
  public static final int LONGEST = 100;

  public CallId {
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException("a call's id has 1 to " + LONGEST + " characters, not " + value.length());
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
