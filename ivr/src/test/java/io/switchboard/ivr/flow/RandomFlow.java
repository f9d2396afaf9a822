package io.switchboard.ivr.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A flow that a seed makes, as text: its steps lead on, or back where only keys or a limit lead, so that nearly all of these flows are right. */
final class RandomFlow {
  /** The flow that it calls. */
  static final String OTHER = """
      parameters: {given: text}
      variables: {said: text}
      first: ask
      steps:
        ask: {menu: {prompts: [a], keys: {1: keep, 2: gone}, no_key: {repeats: 1, then: gone}}}
        keep: {set: {values: {said: given}, next: done}}
        done: {return: {as: done}}
        gone: {return: {as: gone}}
      """;

  private final Random random;
  private final int steps;
  /** Step → its text. */
  final Map<String, String> written = new LinkedHashMap<>();

  RandomFlow(long seed) {
    random = new Random(seed);
    steps = 3 + random.nextInt(10);
    written.put("begin", "{set: {values: {n: 1, account: \"'12'\", balance: 1.5, ok: true}, next: door}}");
    written.put("door", "{menu: {prompts: [a], keys: {0: agent, 1: s0}, no_key: {then: s0}}}");
    for (int i = 0; i < steps; i++) {
      written.put("s" + i, step(i));
    }
    written.put("end", "{hangup: {reason: flow_ended}}");
    boolean goesOn = random.nextBoolean();
    String after = goesOn ? ", after: again" : "";
    written.put("agent", "{enqueue: {queue: sales, skills: {english: 3}, closed: end, emergency: end, no_agents: end, full: end, keys: {'*': end, '#': box}"
        + ", overflow: {late: end}" + after + "}}");
    written.put("box", "{voicemail: {queue: sales, prompts: [a], next: end}}");
    if (goesOn) {
      written.put("again", "{menu: {prompts: [a], keys: {1: agent}, no_key: {then: end}}}");
    }
  }

  String yaml() {
    return yaml("begin");
  }

  /** The same with another first step. */
  String yaml(String first) {
    StringBuilder yaml = new StringBuilder("variables: {account: text, n: integer, balance: number, pin: secret, ok: flag, never: text}\nfirst: " + first + "\nsteps:\n");
    written.forEach((name, text) -> yaml.append("  ").append(name).append(": ").append(text).append('\n'));
    return yaml.toString();
  }

  private String step(int i) {
    String next = i + 1 < steps ? "s" + (i + 1) : "end";
    return switch (random.nextInt(18)) {
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
      case 8 -> "{wait: {queue: sales, when: [{if: queue_ready > 0, then: agent}], otherwise: " + next + "}}";
      case 9 -> "{record: {prompts: [a], into: account, too_short: " + later(i) + ", next: " + next + "}}";
      case 10 -> "{survey: {name: csat, prompts: [a], worst: 1, best: 5, bad: 2, no_key: {repeats: 1, then: " + later(i) + "}, next: " + next + "}}";
      case 11 -> "{callback: {queue: sales, number: account, booked: " + later(i) + ", refused: " + next + "}}";
      case 12 -> transfer(i, next);
      case 13 -> "{hours: {hours: " + (random.nextBoolean() ? "always" : "never") + ", open: " + next + ", closed: " + later(i) + "}}";
      case 14 -> "{language: {language: " + (random.nextBoolean() ? "en" : "zh") + ", next: " + next + "}}";
      case 15 -> "{flow: {flow: other, with: {given: account}, into: {account: said}, exits: {done: " + next + ", gone: " + later(i) + "}}}";
      case 16 -> "{collect: {into: pin, prompts: [c], digits: 4, " + out(i) + "no_key: {repeats: 0, then: " + next + "}, next: " + proof(i, next) + "}}";
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

  private String transfer(int i, String next) {
    String to = random.nextBoolean() ? "{number: '+4930123456', next: " + later(i) : "{agent: anna, queue: sales, no_answer: " + later(i);
    return "{transfer: " + to + ", busy: " + next + ", failed: " + next + "}}";
  }

  /** A step that takes the PIN; gives its name. */
  private String proof(int i, String next) {
    written.put("p" + i, "{lookup: {lookup: pin, with: {account: account, pin: pin}, into: {ok: ok}, found: " + next + ", nothing: " + later(i)
        + ", failed: " + next + "}}");
    return "p" + i;
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
