package io.switchboard.core.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Every release that there was. Calls block: use a thread that may, and expect an {@link java.io.UncheckedIOException} when the store is away.
 */
public interface Releases {
  /** A release with its texts by file. */
  record Content(Release release, SortedMap<String, String> texts) {}

  /**
   * Keeps these texts as the next release; durable when it returns.
   *
   * @param texts by file
   * @param by who publishes them
   * @param rolledBackTo whose texts they are; 0: nobody's
   * @return the new release, or the last one where the texts are its own
   */
  Release keep(Map<String, String> texts, long atMs, String by, int rolledBackTo);

  /**
   * The newest first.
   *
   * @param before only those with a smaller number
   * @param limit 1 to 1000
   */
  List<Release> list(int before, int limit);

  Optional<Content> content(int number);
}
