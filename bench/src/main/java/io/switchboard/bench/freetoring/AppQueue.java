package io.switchboard.bench.freetoring;

import io.switchboard.servers.ServerException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asterisk's own queue, at its best: no announcements, no queue log, nobody listening on AMI, the shortest retry. */
final class AppQueue implements QueueUnderTest {
  private final BenchAsterisk asterisk;

  AppQueue(BenchAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  static String queues(Scale scale) {
    return """
        [general]
        persistentmembers = no
        autofill = yes
        log_membername_as_agent = no

        [bench]
        musicclass = default
        strategy = leastrecent
        timeout = 15
        retry = 1
        wrapuptime = 0
        autofill = yes
        ringinuse = no
        joinempty = yes
        leavewhenempty = no
        announce-frequency = 0
        announce-holdtime = no
        announce-position = no
        periodic-announce-frequency = 0
        """
        + IntStream.range(0, scale.agents()).mapToObj(i -> "member => PJSIP/" + Scale.agent(i) + "\n").collect(Collectors.joining());
  }

  static String extensions() {
    return """

        [switchboard-inbound](+)
        exten => %s,1,Answer()
         same => n,Queue(bench)
         same => n,Hangup()
        """.formatted(BenchAsterisk.APP_QUEUE_NUMBER);
  }

  @Override
  public String name() {
    return "app_queue";
  }

  @Override
  public void start() {
    String said = asterisk.console("module load app_queue.so");
    if (!asterisk.console("queue show bench").contains("strategy")) {
      throw new ServerException("app_queue does not load: " + said);
    }
  }

  @Override
  public void stop() {
    asterisk.console("module unload app_queue.so");
  }

  @Override
  public String number() {
    return BenchAsterisk.APP_QUEUE_NUMBER;
  }

  @Override
  public List<Long> pids() {
    return List.of();
  }
}
