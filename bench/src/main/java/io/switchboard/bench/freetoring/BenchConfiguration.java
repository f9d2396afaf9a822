package io.switchboard.bench.freetoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A configuration directory of Switchboard for the bench: one number, whose flow does nothing but enqueue; one queue without announcements
 * and wrap-up; all agents in it.
 */
record BenchConfiguration(BenchAsterisk asterisk, Scale scale, Path directory, int httpPort) {
  static final String NUMBER = "+49301234500";
  static final String TENANT = "bench";
  static final String SUPERVISOR = "sam";

  Path files() {
    return directory.resolve("config");
  }

  void write() throws IOException {
    Files.createDirectories(files().resolve("flows"));
    Files.createDirectories(files().resolve("prompts"));
    file("switchboard.yaml", installation());
    file("tenants.yaml", "bench: { name: Bench, time_zone: Europe/Berlin, languages: [en], skills: [] }\n");
    file("users.yaml", "bench:\n  sam: { role: supervisor }\n");
    file("hours.yaml", "bench:\n  always: { week: { mon-sun: [\"00:00-24:00\"] } }\n");
    file("queues.yaml", queues());
    file("agents.yaml", agents());
    file("entry-points.yaml", entryPoints());
    file("trunks.yaml", "%s: { mode: address, host: 127.0.0.1, port: %d, region: DE }\n".formatted(BenchAsterisk.TRUNK, asterisk.sip()));
    file("flows/waiting.yaml", flow());
    file("prompts/en.yaml", "queue-position: \"You are number {position} in the queue.\"\n");
  }

  private String installation() {
    return """
        asterisk: ami://%s:%s@127.0.0.1:%d
        postgres: embedded
        redis: embedded
        http: { host: 127.0.0.1, port: %d }
        sip: { host: 127.0.0.1, port: %d }
        data: %s
        limits: { calls: %d }
        """
        .formatted(asterisk.ami().user(), asterisk.ami().secret(), asterisk.ami().port(), httpPort, asterisk.sip(),
            directory.resolve("data"), 2 * scale.callers());
  }

  private String queues() {
    return """
        bench:
          waiting:
            ring_s: 15
            wrap_up_s: 0
            announce_position_on_entry: false
            announce_position_every_s: 0
            music: default
            max_waiting: %d
        """
        .formatted(2 * scale.callers());
  }

  private String agents() {
    return "bench:\n" + IntStream.range(0, scale.agents())
        .mapToObj(i -> """
              %1$s:
                display_name: %1$s
                phone: { endpoint: %1$s, contact: "sip:%1$s@127.0.0.1:%2$d" }
                queues: [waiting]
            """.formatted(Scale.agent(i), asterisk.phonesPort()))
        .collect(Collectors.joining());
  }

  private String entryPoints() {
    return """
        entry_points:
          main: { number: "%s", tenant: bench, flow: waiting, language: en }
        unknown_number: { tenant: bench, flow: waiting, language: en }
        busy: { flow: waiting }
        """
        .formatted(NUMBER);
  }

  private String flow() {
    return """
        description: Waits in the queue, and nothing else.
        first: wait
        steps:
          wait:
            enqueue: { queue: waiting, closed: end, emergency: end, no_agents: end, full: end }
          end:
            hangup: { reason: busy }
        """;
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(files().resolve(name), text);
  }
}
