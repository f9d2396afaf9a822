package io.switchboard.ivr.prompt.reading;

import java.util.List;

/** What is said for a value. */
public sealed interface Spoken {
  /** Said in one breath. */
  record Phrase(String words) implements Spoken {}

  /**
   * Said one by one.
   *
   * @param each digits and letters of a small alphabet, so that they can be kept without keeping the value; at least one
   */
  record Signs(List<String> each) implements Spoken {}

  /**
   * Cannot be read so.
   *
   * @param why in words for a log; never has the value itself, which may be a caller's own
   */
  record Unreadable(String why) implements Spoken {}
}
