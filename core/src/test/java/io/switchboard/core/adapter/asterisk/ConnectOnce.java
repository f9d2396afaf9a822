package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.line.LineEvent;
import java.lang.management.ManagementFactory;
import java.util.Set;

/** A whole process that connects and ends, and prints what that took: {@code main host port user secret}. */
final class ConnectOnce {
  private ConnectOnce() {}

  public static void main(String[] args) {
    EventLog log = new EventLog();
    AmiAddress address = new AmiAddress(args[0], Integer.parseInt(args[1]), args[2], args[3]);
    long begun = System.currentTimeMillis();
    try (AmiLine line = new AmiLine(address, Set.of(), Set.of(), log, System::currentTimeMillis)) {
      line.start();
      log.await(LineEvent.Restored.class, 0);
      long now = System.currentTimeMillis();
      System.out.printf(
          "restored %d ms after the JVM's start, %d ms of it ours, %d ms of processor time%n",
          now - ManagementFactory.getRuntimeMXBean().getStartTime(), now - begun,
          ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
    }
  }
}
