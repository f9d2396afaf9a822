package io.switchboard.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A configuration directory of Switchboard for the bench: one number, whose flow does nothing but enqueue; one queue without announcements
 * and wrap-up; all agents in it.
 */
record BenchConfiguration(BenchAsterisk asterisk, QueueSetup setup, Path directory, int httpPort) {
  static final String NUMBER = "+49301234500";
  static final String TENANT = "bench";
  static final String SUPERVISOR = "sam";

  private static final String MENU_PROMPTS = """
      menu: "A tone."
      no-key: "There was no key."
      wrong-key: "That key is not available."
      """;

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
    file("prompts/en.yaml", "queue-position: \"You are number {position} in the queue.\"\n" + (setup.menu() ? MENU_PROMPTS : ""));
    if (setup.menu()) {
      Files.createDirectories(files().resolve("prompts/en"));
      Files.copy(asterisk.sounds().resolve(MenuPrompt.NAME + ".wav"), files().resolve("prompts/en/menu.wav"));
    }
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
            directory.resolve("data"), 2 * setup.callers());
  }

  private String queues() {
    return """
        bench:
          waiting:
            ring_s: 15
            wrap_up_s: %d
            announce_position_on_entry: false
            announce_position_every_s: 0
            music: default
            max_waiting: %d
        """
        .formatted(setup.wrapUpS(), 2 * setup.callers());
  }

  private String agents() {
    return "bench:\n" + IntStream.range(0, setup.agents())
        .mapToObj(i -> """
              %1$s:
                display_name: %1$s
                phone: { endpoint: %1$s, contact: "sip:%1$s@127.0.0.1:%2$d" }
                queues: [waiting]
                strikes: 100
            """.formatted(QueueSetup.agent(i), asterisk.phonesPort()))
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
    String menu = """
          ask:
            menu: { prompts: [menu], keys: { 1: wait }, no_key: { then: end } }
        """;
    return """
        description: Waits in the queue, and nothing else but a menu before it.
        first: %s
        steps:
        %s  wait:
            enqueue: { queue: waiting, closed: end, emergency: end, no_agents: end, full: end }
          end:
            hangup: { reason: busy }
        """.formatted(setup.menu() ? "ask" : "wait", setup.menu() ? menu : "");
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(files().resolve(name), text);
  }
}
