package io.switchboard.ivr.flow;

import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.prompt.reading.Reading;
import io.switchboard.ivr.prompt.reading.Slot;
import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.verb.Answers;
import io.switchboard.ivr.verb.Ask;
import io.switchboard.ivr.verb.Assign;
import io.switchboard.ivr.verb.Choose;
import io.switchboard.ivr.verb.Collect;
import io.switchboard.ivr.verb.Entry;
import io.switchboard.ivr.verb.LookUp;
import io.switchboard.ivr.verb.Recording;
import io.switchboard.ivr.verb.SubFlow;
import io.switchboard.ivr.verb.Survey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of {@link FlowCheck} that looks after variables: they are declared, of the right type, and secrets stay where they belong. */
final class DataCheck {
  private final Variables variables;
  private final Surroundings surroundings;
  private final Findings findings;

  private final String noun;

  /** {@code noun}: flow or script. */
  DataCheck(Variables variables, Surroundings surroundings, Findings findings, String noun) {
    this.noun = noun;
    this.variables = variables;
    this.surroundings = surroundings;
    this.findings = findings;
  }

  void variables() {
    Set<String> declared = new TreeSet<>(variables.types().keySet());
    declared.addAll(variables.secrets());
    for (String name : declared) {
      if (variables.given().containsKey(name)) {
        findings.add("/variables/" + name, "'" + name + "' is known to every " + noun, "another name");
      }
    }
    variables.parameters().stream().filter(variables.secrets()::contains).forEach(name ->
        findings.add("/variables/" + name, "'" + name + "' is a parameter too", "a secret stays in the flow that asks for it"));
  }

  /** {@code slots}: what a text names, and how it is read. */
  void said(String pointer, String text, List<Slot> slots) {
    for (Slot slot : slots) {
      slot.arguments().forEach(name -> said(pointer, text, name));
      Optional.ofNullable(variables.readable().get(slot.name())).filter(type -> !slot.reading().reads(type)).ifPresent(type ->
          findings.add(pointer, text + " reads '" + slot.name() + "', a " + type.word() + ", as " + slot.reading().word(),
              "a reading of a " + type.word() + ": " + Stream.of(Reading.values()).filter(each -> each.reads(type)).map(Reading::word)
                  .collect(Collectors.joining(", "))));
    }
  }

  private void said(String pointer, String text, String name) {
    if (variables.secrets().contains(name)) {
      findings.add(pointer, text + " says the secret '" + name + "'", "a text without it");
    } else if (!variables.readable().containsKey(name)) {
      findings.add(pointer, text + " needs {" + name + "}, which this " + noun + " does not know",
          "a text with no other {...} than " + String.join(", ", new TreeSet<>(variables.readable().keySet())));
    }
  }

  void collect(String at, Collect collect) {
    boolean secret = variables.secrets().contains(collect.into());
    if (!secret) {
      holds(at + "/into", collect.into(), Type.TEXT);
    } else if (!collect.confirm().isEmpty()) {
      findings.add(at + "/confirm", "a secret would be read back", "no confirm for a secret");
    }
    if (collect.entry().least() > collect.entry().most()) {
      findings.add(at + "/digits", "least is more than most", "least at most " + collect.entry().most());
    }
  }

  void record(String at, Recording recording) {
    holds(at + "/into", recording.into(), Type.TEXT);
    if (recording.leastMs() >= recording.mostMs()) {
      findings.add(at + "/least_s", "every recording would be too short", "less than " + recording.mostMs() / 1_000);
    }
  }

  void ask(String at, Ask ask) {
    holds(at + "/into", ask.into(), ask.answers().type());
    boolean never = switch (ask.answers()) {
      case Answers.Text text -> text.least() > text.most();
      case Answers.Whole whole -> whole.least() > whole.most();
      case Answers.Number number -> number.least() > number.most();
      case Answers.Day day -> day.least().isAfter(day.most());
      case Answers.Flag flag -> false;
    };
    if (never) {
      findings.add(at + "/most", "least is more than most: nothing can be answered", "least at most as much as most");
    }
  }

  void choose(String at, Choose choose) {
    if (!choose.into().isEmpty()) {
      holds(at + "/into", choose.into(), Type.TEXT);
    }
  }

  void survey(String at, Survey survey) {
    if (survey.entry().accepts() instanceof Entry.Accepts.Between scores) {
      if (scores.least() >= scores.most()) {
        findings.add(at + "/best", "the best score is not above the worst", "e.g. worst: 1, best: 5");
      }
      if (survey.bad() < scores.least() && survey.callBackWithinMs() != Survey.CALL_BACK_WITHIN_MS) {
        findings.add(at + "/call_back_within_s", "no score is bad, so nobody is to be called back", "bad: a score, e.g. " + scores.least());
      }
      if (survey.bad() >= scores.most()) {
        findings.add(at + "/bad", "every score would be bad", "less than " + scores.most());
      }
    }
  }

  void assign(String at, Assign assign) {
    assign.values().forEach((name, expression) -> holds(at + "/" + name, name, expression.type()));
  }

  void lookup(String at, LookUp step) {
    findings.known(at + "/lookup", "lookup", step.lookup(), surroundings.lookups().keySet());
    Optional.ofNullable(surroundings.lookups().get(step.lookup())).ifPresent(lookup -> lookup(at, step, lookup));
  }

  private void lookup(String at, LookUp step, Lookup lookup) {
    Set<String> given = new TreeSet<>(step.with().keySet());
    given.addAll(step.secrets().keySet());
    for (String parameter : given) {
      findings.known(at + "/with/" + parameter, "parameter of lookup '" + step.lookup() + "'", parameter, lookup.takes().keySet());
    }
    lookup.takes().keySet().stream().filter(parameter -> !given.contains(parameter)).sorted().forEach(parameter ->
        findings.add(at + "/with", "lookup '" + step.lookup() + "' needs '" + parameter + "'", "a value for '" + parameter + "'"));
    for (String parameter : given) {
      boolean wanted = lookup.secrets().contains(parameter);
      if (wanted && !step.secrets().containsKey(parameter)) {
        findings.add(at + "/with/" + parameter, "'" + parameter + "' is a secret, and this is none",
            Findings.oneOf(variables.secrets(), "a variable of the kind secret"));
      } else if (!wanted && step.secrets().containsKey(parameter) && lookup.takes().containsKey(parameter)) {
        findings.add(at + "/with/" + parameter, "'" + parameter + "' is no secret to lookup '" + step.lookup() + "'",
            "a value that is none, or {type: text, secret: true} in the lookup");
      }
    }
    step.into().forEach((variable, name) -> {
      findings.known(at + "/into/" + variable, "result of lookup '" + step.lookup() + "'", name, lookup.gives().keySet());
      Optional.ofNullable(lookup.gives().get(name)).ifPresent(type -> holds(at + "/into/" + variable, variable, type));
    });
  }

  void call(String at, SubFlow step) {
    findings.known(at + "/flow", noun, step.flow(), surroundings.flows().keySet());
    Optional.ofNullable(surroundings.flows().get(step.flow())).ifPresent(called -> call(at, step, called));
  }

  private void call(String at, SubFlow step, Contract called) {
    for (Map.Entry<String, Expression> given : step.with().entrySet()) {
      findings.known(at + "/with/" + given.getKey(), "parameter of " + noun + " '" + step.flow() + "'", given.getKey(), called.variables().parameters());
    }
    called.variables().parameters().stream().filter(parameter -> !step.with().containsKey(parameter)).sorted().forEach(parameter ->
        findings.add(at + "/with", noun + " '" + step.flow() + "' needs '" + parameter + "'", "a value for '" + parameter + "'"));
    step.into().forEach((variable, there) -> {
      findings.known(at + "/into/" + variable, "variable of " + noun + " '" + step.flow() + "'", there, called.variables().types().keySet());
      Optional.ofNullable(called.variables().types().get(there)).ifPresent(type -> holds(at + "/into/" + variable, variable, type));
    });
    step.exits().keySet().forEach(word ->
        findings.known(at + "/exits/" + word, "return of " + noun + " '" + step.flow() + "'", word, called.exits()));
    called.exits().stream().filter(word -> !step.exits().containsKey(word)).sorted().forEach(word ->
        findings.add(at + "/exits", noun + " '" + step.flow() + "' may return '" + word + "', and no step follows", "a step for '" + word + "'"));
  }

  /** Whether a variable may be given values of this type. */
  private void holds(String pointer, String variable, Type type) {
    if (variables.secrets().contains(variable)) {
      findings.add(pointer, "'" + variable + "' is a secret", "a variable that is none; only what is collected is a secret");
      return;
    }
    findings.known(pointer, "variable of this " + noun, variable, variables.types().keySet());
    Optional.ofNullable(variables.types().get(variable)).filter(declared -> declared != type).ifPresent(declared ->
        findings.add(pointer, "'" + variable + "' is a " + declared.word() + ", this is a " + type.word(), "a variable of type " + type.word()));
  }
}
