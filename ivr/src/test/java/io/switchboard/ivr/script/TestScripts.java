package io.switchboard.ivr.script;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.adapter.yaml.ScriptFiles;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.flow.TestFlows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scripts of tests, written as an administrator writes them. */
public final class TestScripts {
  public static final TenantId DEMO = new TenantId("demo");
  public static final CallId CALL = new CallId("1.1");

  /** A question, a note, an article, a lookup, and two ends. {@code account} comes from the call. */
  public static final String ROUTER = """
      title: {en: Router, zh: 路由器}
      parameters: {account: text}
      variables: {light: text, minutes: integer, balance: number}
      outcomes: {solved: {en: Solved, zh: 已解决}, visit: {en: A visit, zh: 上门}}
      first: light
      steps:
        light:
          choose:
            text: {en: "What does the light do, {account}?", zh: "灯怎么样，{account}？"}
            into: light
            choices:
              dark: {label: {en: It is dark, zh: 不亮}, then: cable}
              blinks: {label: {en: It blinks, zh: 闪烁}, then: minutes}
        cable: {flow: {flow: cable, exits: {works: note, broken: note}}}
        minutes: {ask: {text: {en: "How long?", zh: "多久？"}, type: integer, least: 0, most: 90, optional: true, into: minutes, next: long}}
        long: {branch: {when: [{if: minutes > 15, then: find}], otherwise: wait}}
        wait: {at_most: {times: 2, then: note}, show: {text: {en: "Wait, {minutes} minutes have passed.", zh: "请等待，已过{minutes}分钟。"}, next: minutes}}
        find: {lookup: {lookup: account, with: {number: account}, into: {balance: balance}, found: article, nothing: note, failed: note}}
        article: {knowledge: {text: {en: "You owe {balance:money:EUR}.", zh: "欠款{balance:money:EUR}。"}, link: "https://kb/1", next: solved}}
        note: {note: {text: {en: "When?", zh: "何时？"}, next: visit}}
        solved: {outcome: {code: solved}}
        visit: {outcome: {code: visit}}
      """;
  public static final String CABLE = """
      title: {en: Cable, zh: 线缆}
      first: look
      steps:
        look:
          choose:
            text: {en: "Is it firm?", zh: "插紧了吗？"}
            choices: {y: {label: {en: "Yes", zh: "是"}, then: works}, n: {label: {en: "No", zh: "否"}, then: broken}}
        works: {return: {as: works}}
        broken: {return: {as: broken}}
      """;

  private TestScripts() {}

  public static Scripts scripts() {
    return scripts(Map.of("router", ROUTER, "cable", CABLE));
  }

  /** Name → text. */
  public static Scripts scripts(Map<String, String> yaml) {
    List<Problem> problems = new ArrayList<>();
    Scripts scripts = read(yaml, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.toString());
    }
    return scripts;
  }

  /** What the checker says of the script {@code test}, line by line as people read it. */
  public static List<String> problems(Map<String, String> yaml) {
    List<Problem> problems = new ArrayList<>();
    read(yaml, problems);
    return problems.stream().sorted().map(Problem::toString).toList();
  }

  private static Scripts read(Map<String, String> yaml, List<Problem> problems) {
    return ScriptFiles.scripts(yaml.entrySet().stream().sorted(Map.Entry.comparingByKey())
            .map(each -> new FlowFiles.Written(each.getKey() + ".yaml", each.getKey(), each.getValue())).toList(),
        Map.of(DEMO, Map.of("always", Hours.always())), TestFlows.SURROUNDINGS, problems);
  }

  public static Contact contact() {
    return new Contact(DEMO, CALL, "+49171", "+4930", "zh", "sales", Map.of("account", "4711", "else", "x"));
  }
}
