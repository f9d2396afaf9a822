package io.switchboard.ivr.flow;

import io.switchboard.ivr.verb.Outcome;
import io.switchboard.ivr.verb.Saying;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a script has beside its steps: its title and its outcomes, in every language, each outcome known and reached. */
public final class ScriptCheck {
  private final Script script;
  private final Surroundings surroundings;
  private final Findings findings = new Findings();

  private ScriptCheck(Script script, Surroundings surroundings) {
    this.script = script;
    this.surroundings = surroundings;
  }

  /** {@code whole}: every step could be read. */
  public static List<FlowCheck.Finding> check(Script script, boolean whole, Surroundings surroundings) {
    ScriptCheck check = new ScriptCheck(script, surroundings);
    check.inEveryLanguage("/title", script.title());
    script.outcomes().forEach((code, label) -> check.inEveryLanguage("/outcomes/" + code, label));
    check.outcomes(whole);
    return check.findings.all();
  }

  private void inEveryLanguage(String pointer, Saying.Text text) {
    Set<String> languages = surroundings.prompts().languages();
    text.byLanguage().keySet().forEach(language -> findings.known(pointer + "/" + language, "language", language, languages));
    languages.stream().filter(language -> !text.byLanguage().containsKey(language)).sorted().forEach(language ->
        findings.add(pointer, "the text is missing in language '" + language + "'", "a text for '" + language + "'"));
  }

  private void outcomes(boolean whole) {
    Set<String> reached = script.flow().steps().values().stream()
        .filter(Outcome.class::isInstance).map(step -> ((Outcome) step).code()).collect(Collectors.toCollection(TreeSet::new));
    script.flow().steps().forEach((name, step) -> {
      if (step instanceof Outcome outcome) {
        findings.known("/steps/" + name + "/outcome/code", "outcome", outcome.code(), script.outcomes().keySet());
      }
    });
    if (whole) {
      script.outcomes().keySet().stream().filter(code -> !reached.contains(code)).forEach(code ->
          findings.add("/outcomes/" + code, "no step leads to the outcome '" + code + "'", "a step {outcome: {code: " + code + "}}, or this outcome removed"));
    }
  }
}
