package io.switchboard.ivr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.run.Caller;
import io.switchboard.ivr.run.Outward;
import io.switchboard.ivr.trial.Trial;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.Enqueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random flows: those that pass the checker never get stuck, and those with a planted fault do not pass. */
class CheckerIsRightTest {
  private static final int SEEDS = 150;
  /** A bounded flow of a dozen steps with a few repeats each has no longer ways. */
  private static final int MOST_ACTS = 2_000;

  @Test
  void whoeverPressesNothingOrOnlyWrongKeysComesToAnEnd() {
    int passed = 0;
    Map<String, Integer> refused = new TreeMap<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      String yaml = new RandomFlow(seed).yaml();
      if (problems(yaml).isEmpty()) {
        passed++;
        Flows flows = TestFlows.flows(both(yaml));
        for (String habit : List.of("", "D", "7#", "7777", "77777")) {
          assertTrue(ends(flows, new Random(seed), habit), () -> "nobody comes to an end:\n" + yaml);
        }
      } else {
        problems(yaml).forEach(problem -> refused.merge(problem.replaceAll("(test.yaml|[a-z]\\d+|:\\d+)", ""), 1, Integer::sum));
      }
    }
    assertTrue(passed > SEEDS * 2 / 3, passed + " flows passed: too few to say anything, for " + refused);
  }

  @Test
  void whateverACallerPresses_theFlowGoesOn() {
    for (int seed = 0; seed < SEEDS; seed++) {
      String yaml = new RandomFlow(seed).yaml();
      if (problems(yaml).isEmpty()) {
        walk(TestFlows.flows(both(yaml)), new Random(~seed), 60); // throws where the kernel finds no way
      }
    }
  }

  @Test
  void aPlantedFaultIsFound() {
    int planted = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomFlow flow = new RandomFlow(seed);
      if (problems(flow.yaml()).isEmpty()) {
        for (String faulty : faults(flow, new Random(seed))) {
          planted++;
          assertFalse(problems(faulty).isEmpty(), () -> "it passes:\n" + faulty);
        }
        for (String faulty : single(flow)) {
          planted++;
          assertEquals(1, problems(faulty).size(), () -> problems(faulty) + "\n" + faulty);
        }
      }
    }
    assertTrue(planted > SEEDS, planted + " faults");
  }

  private static Map<String, String> both(String yaml) {
    return Map.of("test", yaml, "other", RandomFlow.OTHER);
  }

  private static List<String> problems(String yaml) {
    return TestFlows.problems(both(yaml));
  }

  /** Each begins with one step more, in which one proof alone finds a mistake. */
  private static List<String> single(RandomFlow flow) {
    return List.of(
        "{menu: {prompts: [a], keys: {1: more}, no_key: {then: begin}}}",
        "{collect: {into: pin, prompts: [a], digits: 4, confirm: [c], no_key: {then: begin}, next: begin}}",
        "{set: {values: {pin: \"'1234'\"}, next: begin}}",
        "{lookup: {lookup: account, with: {number: number}, into: {pin: name}, found: begin, nothing: begin, failed: begin}}",
        "{say: {text: {en: 'It is {never}.', zh: '{never}'}, next: begin}}",
        "{branch: {when: [{if: n > 2, then: begin}], otherwise: begin}}",
        "{menu: {prompts: [a], keys: {1: self}, no_key: {then: begin}}}\n  self: {flow: {flow: test, exits: {}}}",
        "{enqueue: {queue: sales, skills: {englsh: 3}, closed: begin, emergency: begin, no_agents: begin, full: begin}}")
        .stream().map(more -> flow.yaml("more") + "  more: " + more + "\n").toList();
  }

  /** Each has one mistake that a caller would hear of. */
  private static List<String> faults(RandomFlow flow, Random random) {
    List<String> all = new ArrayList<>();
    List<String> names = flow.written.keySet().stream().filter(name -> name.startsWith("s")).toList();
    String one = names.get(random.nextInt(names.size()));
    all.add(flow.yaml() + "  lost: {play: {prompts: [a], next: end}}\n");
    all.add(flow.yaml().replace("  " + one + ": {", "  gone: {"));
    all.add(replaced(flow, one, "{play: {prompts: [nothing], next: end}}"));
    all.add(replaced(flow, one, "{play: {prompts: [a], next: " + one + "}}"));
    all.add(replaced(flow, one, "{set: {values: {n: n + 'x'}, next: end}}"));
    all.add(replaced(flow, one, "{say: {text: {en: 'only English'}, next: end}}"));
    all.add(replaced(flow, one, "{say: {text: {en: '{pin}', zh: '{pin}'}, next: end}}"));
    all.add(replaced(flow, one, "{lookup: {lookup: account, with: {number: n}, found: end, nothing: end, failed: end}}"));
    all.add(replaced(flow, one, "{menu: {prompts: [a], keys: {1: " + one + "}, no_key: {then: end}}}"));
    all.add(replaced(flow, one, "{collect: {into: account, prompts: [a], digits: 4, no_key: {then: end}, next: " + one + "}}"));
    all.add(replaced(flow, one, "{collect: {into: account, prompts: [a], digits: 4, keys: {'*': nothing}, no_key: {then: end}, next: end}}"));
    all.add(replaced(flow, one, "{record: {prompts: [a], into: n, too_short: end, next: end}}"));
    all.add(replaced(flow, one, "{record: {prompts: [a], into: account, too_short: " + one + ", next: end}}"));
    all.add(replaced(flow, one, "{enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end, after: " + one + "}}"));
    all.add(replaced(flow, one, "{enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end, after: nothing}}"));
    all.add(replaced(flow, one, "{enqueue: {queue: nowhere, closed: end, emergency: end, no_agents: end, full: end}}"));
    return all;
  }

  private static String replaced(RandomFlow flow, String step, String text) {
    return flow.yaml().replace("  " + step + ": " + flow.written.get(step), "  " + step + ": " + text);
  }

  private static Trial trial(Flows flows) {
    return new Trial(flows, "test", Outward.NONE, new Caller(new TenantId("demo"), new CallId("1"), "", ""), "en", 0);
  }

  /** Whether a caller who presses only this, whenever he may, comes to an end. */
  private static boolean ends(Flows flows, Random random, String habit) {
    Trial trial = trial(flows);
    for (int act = 0; act < MOST_ACTS; act++) {
      switch (trial.awaits()) {
        case Trial.Await.Over over -> {
          return true;
        }
        case Trial.Await.Keys keys -> {
          if (habit.isEmpty()) {
            trial.keepSilent();
          } else {
            habit.chars().forEach(key -> trial.press((char) key));
            if (trial.awaits() instanceof Trial.Await.Keys) {
              trial.keepSilent();
            }
          }
        }
        default -> world(trial, random);
      }
    }
    return false;
  }

  private static void walk(Flows flows, Random random, int acts) {
    Trial trial = trial(flows);
    for (int act = 0; act < acts && !(trial.awaits() instanceof Trial.Await.Over); act++) {
      if (trial.awaits() instanceof Trial.Await.Keys) {
        if (random.nextInt(4) == 0) {
          trial.keepSilent();
        } else {
          trial.press("0123456789*#".charAt(random.nextInt(12)));
        }
      } else {
        world(trial, random);
      }
    }
  }

  /** What is not in the caller's hand goes any way. */
  private static void world(Trial trial, Random random) {
    switch (trial.awaits()) {
      case Trial.Await.Lookup lookup -> trial.answer(switch (random.nextInt(3)) {
        case 0 -> new Found.Nothing();
        case 1 -> new Found.Failed("no answer");
        default -> new Found.Row(Map.of(
            "balance", new Value.Decimal(random.nextInt(9)), "name", new Value.Text("x"), "ok", new Value.Flag(random.nextBoolean())));
      });
      case Trial.Await.Standing standing -> trial.stands(random.nextInt(3), 1, random.nextInt(2), -1);
      case Trial.Await.Queue queue when random.nextBoolean() -> trial.connected();
      case Trial.Await.Queue queue when random.nextBoolean() && queue.step() instanceof Enqueue enqueue -> leave(trial, enqueue, random);
      case Trial.Await.Queue queue -> trial.refused(QueueRefusal.values()[random.nextInt(QueueRefusal.values().length)]);
      case Trial.Await.Message message -> trial.speaks(random.nextBoolean());
      case Trial.Await.Talk talk -> trial.agentHangsUp();
      case Trial.Await.Callback callback -> trial.callback(random.nextBoolean());
      case Trial.Await.Transferred transferred -> trial.transferEnds(TransferEnding.values()[random.nextInt(TransferEnding.values().length)]);
      default -> assertEquals("nothing else", trial.awaits().toString());
    }
  }

  private static void leave(Trial trial, Enqueue queue, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> trial.left(QueueExit.MAX_WAIT, "", "");
      case 1 -> trial.left(QueueExit.OVERFLOW, "", "late");
      default -> trial.left(QueueExit.KEY, String.valueOf(List.copyOf(queue.keys().keySet()).get(random.nextInt(queue.keys().size()))), "");
    }
  }
}
