package io.switchboard.ivr.flow;

import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.Hangup;
import io.switchboard.ivr.verb.Language;
import io.switchboard.ivr.verb.Menu;
import io.switchboard.ivr.verb.OpeningHours;
import io.switchboard.ivr.verb.Play;
import io.switchboard.ivr.verb.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Proves one flow: every name in it is known, and every way through it comes to an end. Says all that is wrong at once. */
public final class FlowCheck {
  /** Something wrong; see {@link Problem}, which adds file and line. */
  public record Finding(String pointer, String wrong, String right) {}

  private final Flow flow;
  private final Set<String> unreadable;
  private final Surroundings surroundings;
  private final List<Finding> findings = new ArrayList<>();

  private FlowCheck(Flow flow, Set<String> unreadable, Surroundings surroundings) {
    this.flow = flow;
    this.unreadable = unreadable;
    this.surroundings = surroundings;
  }

  /**
   * @param unreadable steps that stand in the file but could not be read; where they lead is not known, so ways are not followed then
   */
  public static List<Finding> check(Flow flow, Set<String> unreadable, Surroundings surroundings) {
    FlowCheck check = new FlowCheck(flow, unreadable, surroundings);
    check.names();
    if (unreadable.isEmpty() && check.everyStepKnown()) {
      check.findings.addAll(FlowWays.check(flow));
    }
    return check.findings;
  }

  private void names() {
    step("/first", flow.first());
    flow.steps().forEach((name, step) -> {
      String at = "/steps/" + name;
      step.branches().forEach(branch -> step(at + branch.at(), branch.to()));
      step.says().forEach(spoken -> saying(at, spoken));
      switch (step) {
        case Enqueue enqueue -> {
          known(at + "/enqueue/queue", "queue", enqueue.queue(), surroundings.queues());
          Set<String> rules = surroundings.overflows().getOrDefault(enqueue.queue(), Set.of());
          enqueue.overflows().keySet().forEach(rule ->
              known(at + "/enqueue/overflow/" + rule, "rule of overflow of queue " + enqueue.queue(), rule, rules));
          if (!enqueue.wish().agent().isEmpty()) {
            known(at + "/enqueue/preferred_agent", "agent", enqueue.wish().agent(), surroundings.agents());
          }
          if (!enqueue.wish().valueClass().isEmpty()) {
            known(at + "/enqueue/value_class", "value class", enqueue.wish().valueClass(), surroundings.valueClasses());
          }
        }
        case OpeningHours hours -> known(at + "/hours/hours", "opening hours", hours.hours(), surroundings.hours());
        case Language language ->
            known(at + "/language/language", "language", language.language(), surroundings.prompts().languages());
        case Play play -> {}
        case Menu menu -> {}
        case Hangup hangup -> {}
      }
    });
  }

  private boolean everyStepKnown() {
    return flow.steps().containsKey(flow.first())
        && flow.steps().values().stream().flatMap(step -> step.branches().stream()).allMatch(b -> flow.steps().containsKey(b.to()));
  }

  private void step(String pointer, String name) {
    Set<String> names = new TreeSet<>(flow.steps().keySet());
    names.addAll(unreadable);
    known(pointer, "step", name, names);
  }

  private void saying(String at, Step.Spoken spoken) {
    String id = spoken.saying().prompt();
    String pointer = at + spoken.at();
    if (!surroundings.prompts().ids().contains(id)) {
      known(pointer, "prompt", id, surroundings.prompts().ids());
      return;
    }
    String fixed = spoken.saying().language();
    Collection<String> languages = fixed.isEmpty() ? surroundings.prompts().languages() : List.of(fixed);
    for (String language : languages) {
      if (known(pointer, "language", language, surroundings.prompts().languages())) {
        inLanguage(pointer, id, language);
      }
    }
  }

  private void inLanguage(String pointer, String id, String language) {
    Optional<Prompt> prompt = surroundings.prompts().find(language, id);
    if (prompt.isEmpty()) {
      find(pointer, "prompt '" + id + "' is missing in language '" + language + "'",
          "a text '" + id + "' in prompts/" + language + ".yaml");
    } else if (!prompt.get().placeholders().isEmpty()) {
      find(pointer, "prompt '" + id + "' needs " + prompt.get().placeholders() + ", which a flow cannot give", "a prompt without {...}");
    }
  }

  private boolean known(String pointer, String what, String name, Set<String> names) {
    boolean known = names.contains(name);
    if (!known) {
      find(pointer, "no " + what + " is named '" + name + "'", oneOf(names, "a " + what + " by this name in the configuration"));
    }
    return known;
  }

  private static String oneOf(Set<String> names, String otherwise) {
    return names.isEmpty() ? otherwise : "one of " + String.join(", ", new TreeSet<>(names));
  }

  private void find(String pointer, String wrong, String right) {
    findings.add(new Finding(pointer, wrong, right));
  }
}
