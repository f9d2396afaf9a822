package io.switchboard.core.journal;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where facts become durable. Appends of one owner are committed, and their {@code durable} called, in the order given; every call does
 * come back, for a journal that can write nowhere ends the process rather than forget.
 */
public interface Journal {
  /**
   * @param facts may be empty: then {@code durable} runs after all earlier appends, without a write of its own
   * @param urgent an effect waits for it; else it may linger some milliseconds to share a commit
   * @param durable runs on a thread of the journal: hand over to your own
   */
  void append(List<Fact> facts, boolean urgent, Runnable durable);

  /**
   * Gives every fact that live state is made of, in order: all of the open interactions, the last of each agent and of each closure, and
   * those of the newest thousand tasks of which nobody took note. For the time before the first append.
   */
  void replayLive(Consumer<Fact> each);

  /** Gives the newest connections since a time, at most so many, the newest first: who talked with whom. */
  void replayTalks(long sinceMs, int most, Consumer<Fact.Connected> each);

  /** Gives the calls that agents placed since a time, in order. */
  void replayDials(long sinceMs, Consumer<Fact.Dial.DialBegun> each);

  /** Gives every fact since a time, in order, up to where this journal was opened: what comes after that its owner sees as it comes. */
  void replaySince(long sinceMs, Consumer<Fact> each);
}
