package io.switchboard.bench.rig;

import java.util.List;

/** One of those that are compared. It serves a queue from {@link #start} until {@link #stop}, which may come again. */
public interface QueueUnderTest {
  String name();

  /** Returns when a caller would be served. */
  void start();

  /** Called between two loads, when no caller is left: returns when every agent would get a call again. */
  void settle();

  /** Called when no caller is left. */
  void stop();

  /** What callers dial. */
  String number();

  /** Its server processes beside Asterisk; their children count too. */
  List<Long> pids();
}
