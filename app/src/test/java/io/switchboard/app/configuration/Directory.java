package io.switchboard.app.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A configuration directory of a test: a small right one, in which the test changes a line. */
public final class Directory {
  private static final Map<String, String> RIGHT = Map.of(
      "switchboard.yaml", """
          asterisk: embedded
          http: { port: 0 }
          limits:
            calls: 10
          """,
      "tenants.yaml", """
          demo:
            name: Demo
            time_zone: Europe/Berlin
            languages: [en, zh]
            skills: [sales, english]
          """,
      "entry-points.yaml", """
          entry_points:
            main: { number: "+4930123450", tenant: demo, flow: main, language: en }
          unknown_number: { tenant: demo, flow: unknown-number, language: en }
          busy: { flow: busy }
          """,
      "queues.yaml", """
          demo:
            sales:
              skills: { sales: 5 }
              relax:
                - { after_s: 30, skills: { sales: 3 } }
              ring_s: 15
              hours: office
          """,
      "agents.yaml", """
          demo:
            anna:
              display_name: Anna
              phone: { endpoint: demo-anna, contact: "sip:anna@127.0.0.1:5070" }
              skills: { sales: 8 }
              queues: [sales]
          """,
      "users.yaml", """
          demo:
            sam: { role: supervisor }
          """,
      "hours.yaml", """
          demo:
            office:
              week:
                mon-fri: ["08:00-18:00"]
              closed: [2026-12-25]
          """,
      "trunks.yaml", """
          carrier:
            mode: address
            host: 127.0.0.1
            region: DE
          """);

  private final Path path;
  private final Map<String, String> environment = new HashMap<>();

  public Directory(Path path) {
    this.path = path;
    RIGHT.forEach(this::write);
    List.of("main", "unknown-number", "busy").forEach(flow -> write("flows/" + flow + ".yaml", "{}"));
  }

  /** Replaces a text that stands there exactly once. */
  public Directory change(String file, String from, String to) {
    String text = read(file);
    if (text.split(java.util.regex.Pattern.quote(from), -1).length != 2) {
      throw new IllegalArgumentException("'" + from + "' is not once in " + file);
    }
    return write(file, text.replace(from, to));
  }

  public Directory write(String file, String text) {
    try {
      Files.createDirectories(path.resolve(file).getParent());
      Files.writeString(path.resolve(file), text);
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Directory remove(String file) throws IOException {
    Files.delete(path.resolve(file));
    return this;
  }

  Directory environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Configuration load() throws ConfigurationException {
    return ConfigurationFiles.load(path, environment::get);
  }

  /** The lines that the administrator reads; empty when nothing is wrong. */
  List<String> wrongs() {
    try {
      load();
      return List.of();
    } catch (ConfigurationException wrong) {
      return wrong.wrongs().stream().map(Wrong::toString).toList();
    }
  }

  private String read(String file) {
    try {
      return Files.readString(path.resolve(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
