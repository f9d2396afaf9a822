package io.switchboard.core.adapter.postgres;

import java.nio.file.Path;

/**
 * How the journal writes.
 *
 * @param name of this platform, shown to a second one that is refused: e.g. host and process id
 * @param spill the file that takes facts while PostgreSQL is away; on a disk of its own if there is one
 * @param spillMaxBytes how large it may grow; beyond that the process ends rather than forget. 1 MiB or more
 * @param lingerMs how long a fact that nothing waits for may wait to share a commit, 0 to 1000
 * @param paceMs the least time from one commit to the next, 0 to 100: each millisecond saves CPU under load and delays decisions that come
 *     close after one another by about half of it
 */
public record JournalSettings(String name, Path spill, long spillMaxBytes, long lingerMs, long paceMs) {
  public JournalSettings {
    if (spillMaxBytes < 1 << 20) {
      throw new IllegalArgumentException("the spill's limit is 1048576 bytes or more, not " + spillMaxBytes);
    }
    if (lingerMs < 0 || lingerMs > 1000) {
      throw new IllegalArgumentException("facts linger 0 to 1000 ms, not " + lingerMs);
    }
    if (paceMs < 0 || paceMs > 100) {
      throw new IllegalArgumentException("the pace is 0 to 100 ms, not " + paceMs);
    }
  }

  /** 1 GiB (about 150,000 calls), 20 ms, 1 ms. */
  public static JournalSettings of(String name, Path spill) {
    return new JournalSettings(name, spill, 1L << 30, 20, 1);
  }

  /** The same with another limit of the spill. */
  public JournalSettings bounded(long maxBytes) {
    return new JournalSettings(name, spill, maxBytes, lingerMs, paceMs);
  }
}
