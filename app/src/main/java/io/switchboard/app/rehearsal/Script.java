package io.switchboard.app.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The configuration of a rehearsal: the flows and prompts that come with the program, and queues, agents and numbers of its own. The tenant is
 * {@code demo}, the caller's trunk this machine.
 */
public final class Script {
  /** Password of every agent of a rehearsal. */
  public static final String PASSWORD = "a rehearsal needs no secret";

  private static final int MANY_CALLS = 2_000;

  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> queues = new LinkedHashMap<>();
  private final Map<String, String> agents = new LinkedHashMap<>();
  private final Map<String, String> numbers = new LinkedHashMap<>();
  private int maxCalls = MANY_CALLS;
  private String host = "127.0.0.1";

  private Script() {}

  public static Script empty() {
    Script script = new Script();
    script.files.put("tenants.yaml", """
        demo:
          name: Rehearsal
          time_zone: UTC
          languages: [en, zh]
          skills: [sales]
        """);
    script.files.put("hours.yaml", "demo:\n  always:\n    week:\n      mon-sun: [\"00:00-24:00\"]\n  never:\n    week: {}\n");
    script.files.put("users.yaml", "demo:\n  sam: { role: supervisor }\n");
    script.files.put("trunks.yaml", "carrier: { mode: address, host: 127.0.0.1, region: DE }\n");
    return script.number("+4930123450", "main").number("+4930123451", "direct-sales").queue("sales", "ring_s: 20", "wrap_up_s: 0").queue("support", "ring_s: 20", "wrap_up_s: 0");
  }

  /** A queue with these settings, a line of queues.yaml each; it replaces one of the same name. */
  public Script queue(String name, String... settings) {
    queues.put(name, "  " + name + ":\n    " + String.join("\n    ", settings) + "\n");
    return this;
  }

  /** A number that is ours, in E.164, and the flow that it leads to. */
  public Script number(String number, String flow) {
    numbers.put(number, flow);
    return this;
  }

  /** A number that leads into this queue without a menu, as the one of sales that comes with the program does. */
  public Script direct(String number, String queue) {
    try {
      String text = Files.readString(Checkout.home().resolve("config/flows/direct-sales.yaml")).replace("queue: sales", "queue: " + queue);
      return file("flows/direct-" + queue + ".yaml", text).number(number, "direct-" + queue);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So many callers at once; who comes then hears that all lines are busy. */
  public Script maxCalls(int most) {
    maxCalls = most;
    return this;
  }

  int maxCalls() {
    return maxCalls;
  }

  /** Where pages reach the platform: another address of this machine than loopback. */
  public Script reachedAt(String address) {
    host = address;
    return this;
  }

  String host() {
    return host;
  }

  /** So many agents {@code agent001, …} on phones of one port. */
  public Script agents(int count, int phonesPort, String queues) {
    IntStream.rangeClosed(1, count).mapToObj(Script::agent).forEach(name -> agent(name, at(name, phonesPort), queues));
    return this;
  }

  /** One agent, on a phone as agents.yaml writes it: {@link #at} or {@link #registering}. */
  public Script agent(String name, String phone, String queues) {
    agents.put(name, """
          %1$s:
            display_name: %1$s
            phone: %2$s
            skills: { sales: 5 }
            queues: [%3$s]
            strikes: 100
        """.formatted(name, phone, queues));
    return this;
  }

  /** A phone at a fixed address on this machine. */
  public static String at(String name, int port) {
    return "{ endpoint: %1$s, contact: \"sip:%1$s@127.0.0.1:%2$d\" }".formatted(name, port);
  }

  /** A phone that registers; until it does it cannot be reached. */
  public static String registering(String name, String secret) {
    return "{ endpoint: %s, secret: \"%s\" }".formatted(name, secret);
  }

  /** The phone in his page. */
  public static String browser(String name) {
    return "{ browser: %s }".formatted(name);
  }

  /** The n-th agent's name, from 1. */
  public static String agent(int n) {
    return String.format("agent%03d", n);
  }

  /** One more prompt, as it is spoken in both languages. */
  public Script prompt(String name, String english, String chinese) {
    Map.of("en", english, "zh", chinese).forEach((language, text) -> files.merge(
        "prompts/" + language + ".yaml", shipped("prompts/" + language + ".yaml") + name + ": \"" + text + "\"\n",
        (before, more) -> before + name + ": \"" + text + "\"\n"));
    return this;
  }

  private static String shipped(String file) {
    try {
      String text = Files.readString(Checkout.home().resolve("config").resolve(file));
      return text.endsWith("\n") ? text : text + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Script file(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** Writes everything into a directory and names the servers. */
  void write(Path directory, String switchboard) throws IOException {
    Checkout.copyConfiguration(directory);
    Files.writeString(directory.resolve("queues.yaml"), "demo:\n" + String.join("", queues.values()));
    Files.writeString(directory.resolve("entry-points.yaml"), entryPoints());
    Files.writeString(directory.resolve("agents.yaml"), "demo:" + (agents.isEmpty() ? " {}" : "\n" + String.join("", agents.values())));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(directory.resolve("switchboard.yaml"), switchboard);
  }

  private String entryPoints() {
    StringBuilder text = new StringBuilder("entry_points:\n");
    numbers.forEach((number, flow) -> text.append("  n%1$s: { number: \"+%1$s\", tenant: demo, flow: %2$s, language: en }%n"
        .formatted(number.substring(1), flow)));
    return text + "unknown_number: { tenant: demo, flow: unknown-number, language: en }\nbusy: { flow: busy }\n";
  }
}
