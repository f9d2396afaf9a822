package io.switchboard.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CPU time of processes with all their descendants, ended and waited-for ones included, from {@code /proc/PID/stat}. */
public final class ProcessCpu {
  /** Linux gives CPU time in hundredths of a second. */
  private static final int TICK_MS = 10;
  /** utime, stime, cutime and cstime, counted from the state, which follows the program's name. */
  private static final int FIRST = 11;
  private static final int LAST = 14;

  private ProcessCpu() {}

  /** User and system time so far, in milliseconds. */
  public static long usedMs(List<Long> pids) {
    return pids.stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(ProcessHandle::pid)
        .distinct()
        .mapToLong(ProcessCpu::ticks)
        .sum() * TICK_MS;
  }

  private static long ticks(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    try {
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      long sum = 0;
      for (int field = FIRST; field <= LAST; field++) {
        sum += Long.parseLong(fields[field]);
      }
      return sum;
    } catch (IOException e) {
      if (!Files.exists(stat)) {
        return 0;
      }
      throw new UncheckedIOException(e);
    }
  }
}
