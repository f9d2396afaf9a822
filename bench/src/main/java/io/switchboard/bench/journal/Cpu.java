package io.switchboard.bench.journal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** CPU time, user and system, of this process and of PostgreSQL with all its backends, ended ones included. */
record Cpu(double oursMs, double postgresMs) {
  /** Linux gives CPU time in hundredths of a second. */
  private static final int TICK_MS = 10;
  private static final int PARENT = 1;
  private static final int OWN_USER = 11;
  private static final int OWN_SYSTEM = 12;
  private static final int ENDED_SYSTEM = 14;

  static Cpu now(long postmaster) throws IOException {
    long postgres = 0;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.filter(path -> path.getFileName().toString().matches("\\d+")).toList()) {
        List<String> stat = stat(process);
        if (process.getFileName().toString().equals(Long.toString(postmaster))) {
          postgres += sum(stat, ENDED_SYSTEM);
        } else if (stat.size() > ENDED_SYSTEM && stat.get(PARENT).equals(Long.toString(postmaster))) {
          postgres += sum(stat, OWN_SYSTEM);
        }
      }
    }
    long ours = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    return new Cpu(ours / 1e6, (double) postgres * TICK_MS);
  }

  Cpu since(Cpu earlier) {
    return new Cpu(oursMs - earlier.oursMs, postgresMs - earlier.postgresMs);
  }

  /** The fields behind the program's name, which may hold anything; none when it has ended meanwhile. */
  private static List<String> stat(Path process) {
    try {
      String text = Files.readString(process.resolve("stat"));
      return Arrays.asList(text.substring(text.lastIndexOf(')') + 2).split(" "));
    } catch (IOException ended) {
      return List.of();
    }
  }

  private static long sum(List<String> stat, int last) {
    return stat.subList(OWN_USER, last + 1).stream().mapToLong(Long::parseLong).sum();
  }
}
