package io.switchboard.ivr.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.ivr.flow.TestFlows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a script is said with its place and its remedy. */
class ScriptCheckTest {
  private static final String HEAD = """
      title: {en: Test, zh: 测试}
      variables: {name: text, count: integer, day: text, ok: flag}
      outcomes: {done: {en: Done, zh: 完成}}
      """;
  private static final String END = "  end: {outcome: {code: done}}\n";

  private static List<String> of(String steps) {
    return TestScripts.problems(Map.of("test", HEAD + "first: a\nsteps:\n" + steps + END));
  }

  private static void says(String steps, String... parts) {
    List<String> problems = of(steps);
    assertTrue(problems.stream().anyMatch(each -> List.of(parts).stream().allMatch(each::contains)), problems.toString());
  }

  private static String show(String next) {
    return "show: {text: {en: A, zh: 甲}, next: " + next + "}";
  }

  @Test
  void whatIsRightPasses() {
    assertEquals(List.of(), TestScripts.problems(Map.of("router", TestScripts.ROUTER, "cable", TestScripts.CABLE)));
    assertEquals(List.of(), of("  a: {" + show("end") + "}\n"));
  }

  @Test
  void verbsOfTheTelephoneAreNone_andVerbsOfScriptsAreNoneOfFlows() {
    says("  a: {play: {prompts: [a], next: end}}\n", "test.yaml:6 /steps/a/play", "'play' is for a caller on the telephone: it is a verb of flows",
        "one of ask, choose, note, knowledge, show, outcome");
    List<String> flow = TestFlows.problems("first: a\nsteps:\n  a: {" + show("end") + "}\n  end: {hangup: {reason: closed}}\n");
    assertTrue(flow.getFirst().contains("'show' shows something to an agent: it is a verb of scripts"), flow.toString());
    says("  a: {sing: {next: end}}\n", "'sing' is not known here");
  }

  @Test
  void textsStandInEveryLanguage_andNameWhatIsKnown() {
    says("  a: {show: {text: {en: A}, next: end}}\n", "/steps/a/show/text", "missing in language 'zh'");
    says("  a: {show: {text: {en: '{nobody}', zh: 甲}, next: end}}\n", "needs {nobody}", "queue");
    says("  a: {show: {text: {en: '{ok:money:EUR}', zh: 甲}, next: end}}\n", "reads 'ok', a flag, as money");
    says("  a: {choose: {text: {en: A, zh: 甲}, choices: {x: {label: {en: X}, then: end}}}}\n", "/steps/a/choose/choices/x/label", "'zh'");
    says("  a: {knowledge: {text: {en: A, zh: 甲}, link: {en: 'https://x'}, next: end}}\n", "the link is missing in language 'zh'");
    says("  a: {knowledge: {text: {en: A, zh: 甲}, link: 'javascript:x', next: end}}\n", "an address that begins with https://");
    List<String> title = TestScripts.problems(Map.of("test", "title: {en: T}\noutcomes: {done: {zh: 完成}}\nfirst: end\nsteps:\n" + END));
    assertTrue(title.toString().contains("/title: the text is missing in language 'zh'"), title.toString());
    assertTrue(title.toString().contains("/outcomes/done: the text is missing in language 'en'"), title.toString());
  }

  @Test
  void answersFitTheirVariables() {
    says("  a: {ask: {text: {en: A, zh: 甲}, type: integer, into: name, next: end}}\n", "/steps/a/ask/into", "'name' is a text, this is a integer");
    says("  a: {ask: {text: {en: A, zh: 甲}, type: date, into: count, next: end}}\n", "'count' is a integer, this is a text");
    says("  a: {ask: {text: {en: A, zh: 甲}, type: flag, into: other, next: end}}\n", "no variable of this script is named 'other'");
    says("  a: {ask: {text: {en: A, zh: 甲}, type: integer, least: 5, most: 4, into: count, next: end}}\n", "least is more than most");
    says("  a: {choose: {text: {en: A, zh: 甲}, into: ok, choices: {x: {label: {en: X, zh: X}, then: end}}}}\n", "'ok' is a flag, this is a text");
    assertEquals(List.of(), of("  a: {ask: {text: {en: A, zh: 甲}, type: date, earliest: '2026-01-01', into: day, next: end}}\n"));
    List<String> secret = TestScripts.problems(Map.of("test", HEAD.replace("text, count", "secret, count") + "first: end\nsteps:\n" + END));
    assertTrue(secret.toString().contains("text, integer, number or flag") || secret.toString().contains("one of text, integer, number, flag"), secret.toString());
  }

  @Test
  void outcomesAreKnownAndReached() {
    says("  a: {" + show("b") + "}\n  b: {outcome: {code: gone}}\n", "no outcome is named 'gone'", "one of done");
    List<String> unused = TestScripts.problems(Map.of("test", HEAD.replace("done: {en: Done, zh: 完成}", "done: {en: D, zh: D}, more: {en: M, zh: M}")
        + "first: end\nsteps:\n" + END));
    assertTrue(unused.toString().contains("no step leads to the outcome 'more'"), unused.toString());
  }

  @Test
  void everyWayEnds() {
    says("  a: {" + show("b") + "}\n  b: {" + show("a") + "}\n  c: {" + show("end") + "}\n", "no way leads from here to an end: a -> b -> a", "an outcome");
    says("  a: {" + show("b") + "}\n  b: {branch: {when: [{if: ok, then: end}], otherwise: a}}\n", "the same pages come round for ever, without a choice");
    assertEquals(List.of(), of("  a: {at_most: {times: 2, then: end}, " + show("b") + "}\n  b: {branch: {when: [{if: number == queue, then: end}], otherwise: a}}\n"));
    says("  a: {" + show("end") + "}\n  b: {" + show("end") + "}\n", "no way leads from the first step to 'b'");
  }

  @Test
  void fromEveryPageAChoiceLeadsToAnOutcome() {
    String choose = "choose: {text: {en: A, zh: 甲}, choices: {x: {label: {en: X, zh: X}, then: %s}}}";
    says("  a: {choose: {text: {en: A, zh: 甲}, choices: {x: {label: {en: X, zh: X}, then: b}, y: {label: {en: Y, zh: Y}, then: end}}}}\n"
        + "  b: {" + choose.formatted("b") + "}\n", "/steps/b", "from here nothing that is chosen leads for certain to an outcome");
    says("  a: {" + choose.formatted("b") + "}\n  b: {branch: {when: [{if: ok, then: end}], otherwise: a}}\n", "/steps/a", "leads for certain");
  }

  @Test
  void whatAScriptCallsIsThere_andReturnsWhatIsExpected() {
    says("  a: {flow: {flow: nowhere, exits: {x: end}}}\n", "no script is named 'nowhere'");
    List<String> exits = TestScripts.problems(Map.of("cable", TestScripts.CABLE, "test",
        HEAD + "first: a\nsteps:\n  a: {flow: {flow: cable, exits: {works: end}}}\n" + END));
    assertTrue(exits.toString().contains("script 'cable' may return 'broken', and no step follows"), exits.toString());
  }
}
