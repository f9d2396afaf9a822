package io.switchboard.bench.rig;

import io.switchboard.servers.ServerException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asterisk's own queue, at its best: no announcements, no queue log, nobody listening on AMI, the shortest retry. */
public final class AppQueue implements QueueUnderTest {
  public static final String NAME = "app_queue";

  private final BenchAsterisk asterisk;

  public AppQueue(BenchAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  static String queues(QueueSetup setup) {
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
        wrapuptime = %d
        autofill = yes
        ringinuse = no
        joinempty = yes
        leavewhenempty = no
        announce-frequency = 0
        announce-holdtime = no
        announce-position = no
        periodic-announce-frequency = 0
        """.formatted(setup.wrapUpS())
        + IntStream.range(0, setup.agents()).mapToObj(i -> "member => PJSIP/" + QueueSetup.agent(i) + "\n").collect(Collectors.joining());
  }

  /** @param prompt of the menu, without its ending */
  static String extensions(QueueSetup setup, Path prompt) {
    String menu = """
         same => n,Read(KEY,%s,1,,1,5)
         same => n,GotoIf($["${KEY}" != "1"]?out)
        """.formatted(prompt);
    return """

        [switchboard-inbound](+)
        exten => %s,1,Answer()
        %s same => n,Queue(bench)
         same => n(out),Hangup()
        """.formatted(BenchAsterisk.APP_QUEUE_NUMBER, setup.menu() ? menu : "");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    asterisk.console("module load app_read.so");
    String said = asterisk.console("module load app_queue.so");
    if (!asterisk.console("queue show bench").contains("strategy")) {
      throw new ServerException("app_queue does not load: " + said);
    }
  }

  @Override
  public void settle() {}

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
