package io.switchboard.bench.freetoring;

import io.switchboard.bench.rig.AppQueue;
import io.switchboard.bench.rig.BenchAsterisk;
import io.switchboard.bench.rig.QueueUnderTest;
import io.switchboard.bench.rig.SwitchboardQueue;
import io.switchboard.servers.Places;
import io.switchboard.servers.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench free-to-ring}. */
@Command(
    name = "free-to-ring", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "How long a freed agent waits for his next call while callers wait: app_queue and Switchboard in turn on one Asterisk.",
      "From the agent's BYE seen at SIPp to the next INVITE for his phone seen at SIPp; music on, wrap-up 0. CPU per completed call is"
          + " user and system of all server processes: Asterisk, and for Switchboard the platform, PostgreSQL (fsync on) and Redis.",
      "The worst round counts, for each figure by itself."
    })
public final class FreeToRingBench implements Callable<Integer> {
  @Option(names = "--rounds", description = "of both phases (${DEFAULT-VALUE})", defaultValue = "5")
  private int rounds;

  @Option(names = "--seconds", description = "measured in each phase (${DEFAULT-VALUE})", defaultValue = "60")
  private int seconds;

  @Option(names = "--discard", description = "seconds at the start of each phase that do not count (${DEFAULT-VALUE})", defaultValue = "60")
  private int discard;

  @Option(names = "--agents", description = "(${DEFAULT-VALUE})", defaultValue = "100")
  private int agents;

  @Option(names = "--waiting", description = "callers (${DEFAULT-VALUE})", defaultValue = "300")
  private int waiting;

  @Option(names = "--talk", description = "milliseconds until the agent hangs up; shorter talks saturate two processors with Asterisk alone (${DEFAULT-VALUE})",
      defaultValue = "6000")
  private int talkMs;

  @Option(names = "--only", description = "app_queue or switchboard, instead of both", defaultValue = "")
  private String only;

  @Option(names = "--keep", description = "keep all files and say where")
  private boolean keep;

  @Override
  public Integer call() throws IOException {
    if (rounds < 1 || seconds < 1 || discard < 0 || agents < 1 || agents > 999 || waiting < 0 || talkMs < 1) {
      System.err.println("--rounds, --seconds, --agents (to 999) and --talk are 1 or more, --discard and --waiting 0 or more");
      return 2;
    }
    Scale scale = new Scale(agents, waiting, talkMs, discard, seconds);
    Path directory = Files.createTempDirectory("switchboard-free-to-ring-");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      measure(scale, directory);
      return 0;
    } finally {
      if (keep) {
        System.err.println("files: " + directory);
      } else {
        Places.remove(directory);
      }
    }
  }

  private void measure(Scale scale, Path directory) throws IOException {
    Progress progress = Progress.to(System.out);
    try (BenchAsterisk asterisk = BenchAsterisk.start(directory, scale.setup(), progress)) {
      Report report = new Report(scale, asterisk.version());
      report.begin();
      List<QueueUnderTest> queues = Stream.of(new AppQueue(asterisk), new SwitchboardQueue(asterisk, scale.setup(), directory))
          .filter(queue -> only.isEmpty() || queue.name().equals(only))
          .toList();
      List<Report.Round> done = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        for (QueueUnderTest queue : queues) {
          Path files = Files.createDirectories(directory.resolve("round-" + round));
          done.add(new Report.Round(round, queue.name(), new Phase(asterisk, scale, files, progress).run(queue)));
        }
      }
      report.end(done);
    }
  }
}
