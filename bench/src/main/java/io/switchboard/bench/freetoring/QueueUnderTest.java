package io.switchboard.bench.freetoring;

import java.util.List;

/** One of those that are compared. It serves a queue from {@link #start} until {@link #stop}, which may come again. */
interface QueueUnderTest {
  String name();

  /** Returns when a caller would be served. */
  void start();

  /** Called when no caller is left. */
  void stop();

  /** What callers dial. */
  String number();

  /** Its server processes beside Asterisk; their children count too. */
  List<Long> pids();
}
