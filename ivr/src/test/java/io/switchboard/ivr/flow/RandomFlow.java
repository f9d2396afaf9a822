package io.switchboard.ivr.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A flow that a seed makes, as text: its steps lead on, or back where only keys or a limit lead, so that most of these flows are right. */
final class RandomFlow {
  private final Random random;
  private final int steps;
  /** Step → its text. */
  final Map<String, String> written = new LinkedHashMap<>();

  RandomFlow(long seed) {
    random = new Random(seed);
    steps = 3 + random.nextInt(10);
    for (int i = 0; i < steps; i++) {
      written.put("s" + i, step(i));
    }
    written.put("end", "{hangup: {reason: flow_ended}}");
    boolean goesOn = random.nextBoolean();
    String after = goesOn ? ", after: again" : "";
    written.put("agent", "{enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end" + after + "}}");
    if (goesOn) {
      written.put("again", "{menu: {prompts: [a], keys: {1: agent}, no_key: {then: end}}}");
    }
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder("variables: {account: text, n: integer, balance: number, pin: secret, ok: flag}\nfirst: s0\nsteps:\n");
    written.forEach((name, text) -> yaml.append("  ").append(name).append(": ").append(text).append('\n'));
    return yaml.toString();
  }

  private String step(int i) {
    String next = i + 1 < steps ? "s" + (i + 1) : "end";
    return switch (random.nextInt(11)) {
      case 0 -> "{play: {prompts: [a, b], next: " + next + "}}";
      case 1 -> "{say: {text: {en: 'It is {n:number}.', zh: '{n:number}'}, next: " + next + "}}";
      case 2, 3 -> menu(i, next);
      case 4 -> "{collect: {into: account, prompts: [a], digits: {least: 2, most: 4}, " + out(i) + confirm() + "no_key: {repeats: 1, then: " + next
          + "}, next: " + later(i) + "}}";
      case 5 -> "{branch: {when: [{if: n > " + random.nextInt(3) + ", then: " + later(i) + "}, {if: 10 / n > 2, then: " + later(i)
          + "}], otherwise: " + next + "}}";
      case 6 -> "{set: {values: {n: n + " + (1 + random.nextInt(2)) + "}, next: " + next + "}}";
      case 7 -> "{lookup: {lookup: account, with: {number: account}, into: {balance: balance}, found: " + next + ", nothing: " + later(i)
          + ", failed: " + later(i) + "}}";
      case 9 -> "{record: {prompts: [a], into: account, too_short: " + later(i) + ", next: " + next + "}}";
      case 8 -> "{wait: {queue: sales, when: [{if: queue_ready > 0, then: agent}], otherwise: " + next + "}}";
      default -> "{at_most: {times: " + (1 + random.nextInt(3)) + ", then: " + next + "}, collect: {into: pin, prompts: [c], digits: 4, " + out(i)
          + "no_key: {repeats: 0, then: " + next + "}, next: " + back(i) + "}}";
    };
  }

  private String menu(int i, String next) {
    List<String> keys = new ArrayList<>(List.of("1: " + next, "0: agent"));
    if (random.nextBoolean()) {
      keys.add("9: " + back(i));
    }
    return "{menu: {prompts: [b], keys: {" + String.join(", ", keys) + "}, no_key: {repeats: " + random.nextInt(2) + ", then: " + next + "}}}";
  }

  private String confirm() {
    return random.nextBoolean() ? "confirm: [c], " : "";
  }

  private String out(int i) {
    return switch (random.nextInt(3)) {
      case 0 -> "keys: {'*': agent}, ";
      case 1 -> "keys: {'*': " + back(i) + "}, ";
      default -> "";
    };
  }

  private String later(int i) {
    int to = i + 1 + random.nextInt(steps - i);
    return to < steps ? "s" + to : "end";
  }

  /** Only where a key or a limit leads. */
  private String back(int i) {
    return "s" + random.nextInt(i + 1);
  }
}
