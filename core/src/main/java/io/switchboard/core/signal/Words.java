package io.switchboard.core.signal;

/** The same for readers of either language. */
public record Words(String english, String chinese) {
  /** What reads alike in both: a name, a number. */
  public static Words of(String both) {
    return new Words(both, both);
  }
}
