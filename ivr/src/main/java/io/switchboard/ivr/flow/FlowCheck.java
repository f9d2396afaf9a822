package io.switchboard.ivr.flow;

import io.switchboard.core.line.SipDestinations;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.reading.SpokenText;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.verb.Ask;
import io.switchboard.ivr.verb.Assign;
import io.switchboard.ivr.verb.Callback;
import io.switchboard.ivr.verb.Choose;
import io.switchboard.ivr.verb.Collect;
import io.switchboard.ivr.verb.Decide;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.Hangup;
import io.switchboard.ivr.verb.Knowledge;
import io.switchboard.ivr.verb.Language;
import io.switchboard.ivr.verb.LookUp;
import io.switchboard.ivr.verb.Menu;
import io.switchboard.ivr.verb.Note;
import io.switchboard.ivr.verb.OpeningHours;
import io.switchboard.ivr.verb.Outcome;
import io.switchboard.ivr.verb.Play;
import io.switchboard.ivr.verb.Recording;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Say;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Show;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.SubFlow;
import io.switchboard.ivr.verb.Survey;
import io.switchboard.ivr.verb.ToAgent;
import io.switchboard.ivr.verb.Transfer;
import io.switchboard.ivr.verb.Voicemail;
import io.switchboard.ivr.verb.WaitCondition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  private final Kind kind;
  private final Findings findings = new Findings();
  private final DataCheck data;

  private FlowCheck(Kind kind, Flow flow, Set<String> unreadable, Surroundings surroundings) {
    this.kind = kind;
    this.flow = flow;
    this.unreadable = unreadable;
    this.surroundings = surroundings;
    this.data = new DataCheck(flow.variables(), surroundings, findings, kind.noun());
  }

  /**
   * @param unreadable steps that stand in the file but could not be read; where they lead is not known, so ways are not followed then
   */
  public static List<Finding> check(Flow flow, Set<String> unreadable, Surroundings surroundings) {
    return check(Kind.FLOW, flow, unreadable, surroundings);
  }

  /** The same of a flow or a script. */
  public static List<Finding> check(Kind kind, Flow flow, Set<String> unreadable, Surroundings surroundings) {
    FlowCheck check = new FlowCheck(kind, flow, unreadable, surroundings);
    check.names();
    if (unreadable.isEmpty() && flow.whole()) {
      FlowWays.check(kind, flow, check.findings);
      if (check.findings.none()) {
        switch (kind) {
          case FLOW -> FlowPresses.check(flow, check.findings);
          case SCRIPT -> Outcomes.check(flow, check.findings);
        }
      }
      FlowValues.check(flow, surroundings.prompts(), check.findings);
    }
    return check.findings.all();
  }

  private void names() {
    step("/first", flow.first());
    data.variables();
    flow.steps().forEach((name, step) -> {
      String at = "/steps/" + name;
      flow.branches(name).forEach(branch -> step(at + branch.at(), branch.to()));
      step.says().forEach(spoken -> saying(at, spoken));
      names(at, step);
    });
  }

  private void names(String at, Step step) {
    switch (step) {
      case Enqueue enqueue -> enqueue(at, enqueue);
      case WaitCondition condition -> queue(at + "/wait/queue", condition.queue());
      case OpeningHours hours -> findings.known(at + "/hours/hours", "opening hours", hours.hours(), surroundings.hours());
      case Language language ->
          findings.known(at + "/language/language", "language", language.language(), surroundings.prompts().languages());
      case Callback callback -> queue(at + "/callback/queue", callback.queue());
      case ToAgent transfer -> {
        findings.known(at + "/transfer/agent", "agent", transfer.agent(), surroundings.agents());
        queue(at + "/transfer/queue", transfer.queue());
      }
      case Transfer transfer -> transfer(at + "/transfer", transfer.to());
      case Voicemail voicemail -> queue(at + "/voicemail/queue", voicemail.queue());
      case Recording recording -> data.record(at + "/record", recording);
      case Collect collect -> data.collect(at + "/collect", collect);
      case Survey survey -> {
        if (!survey.queue().isEmpty()) {
          queue(at + "/survey/queue", survey.queue());
        }
        data.survey(at + "/survey", survey);
      }
      case Ask ask -> data.ask(at + "/ask", ask);
      case Choose choose -> data.choose(at + "/choose", choose);
      case Knowledge knowledge -> links(at + "/knowledge/link", knowledge);
      case Note note -> {}
      case Show show -> {}
      case Outcome outcome -> {}
      case Assign assign -> data.assign(at + "/set/values", assign);
      case LookUp lookup -> data.lookup(at + "/lookup", lookup);
      case SubFlow sub -> data.call(at + "/flow", sub);
      case Play play -> {}
      case Say say -> {}
      case Menu menu -> {}
      case Decide decide -> {}
      case Return exit -> {}
      case Hangup hangup -> {}
    }
  }

  private void enqueue(String at, Enqueue enqueue) {
    queue(at + "/enqueue/queue", enqueue.queue());
    Set<String> rules = surroundings.overflows().getOrDefault(enqueue.queue(), Set.of());
    enqueue.overflows().keySet().forEach(rule ->
        findings.known(at + "/enqueue/overflow/" + rule, "rule of overflow of queue " + enqueue.queue(), rule, rules));
    enqueue.wish().skills().keySet().stream().sorted().forEach(skill ->
        findings.known(at + "/enqueue/skills/" + skill, "skill", skill, surroundings.skills()));
    if (!enqueue.wish().agent().isEmpty()) {
      findings.known(at + "/enqueue/preferred_agent", "agent", enqueue.wish().agent(), surroundings.agents());
    }
    if (!enqueue.wish().valueClass().isEmpty()) {
      findings.known(at + "/enqueue/value_class", "value class", enqueue.wish().valueClass(), surroundings.valueClasses());
    }
  }

  private void queue(String pointer, String name) {
    findings.known(pointer, "queue", name, surroundings.queues());
  }

  private void transfer(String at, Transfer.To to) {
    switch (to) {
      case Transfer.To.Number number -> destination(at + "/number", number.e164());
      case Transfer.To.Sip sip -> {
        if (findings.known(at + "/trunk", "trunk", sip.trunk(), surroundings.sip().keySet())) {
          address(at + "/sip", sip, surroundings.sip().getOrDefault(sip.trunk(), SipDestinations.NONE));
        }
      }
    }
  }

  private void address(String pointer, Transfer.To.Sip sip, SipDestinations may) {
    if (may.resolve(sip.address()).isEmpty()) {
      findings.add(pointer, "calls may not be transferred to " + sip.address() + " over trunk '" + sip.trunk() + "'",
          "an address whose host (and port, unless it is 5060) 'transfer_to' of this trunk in trunks.yaml lists");
    }
    may.number(sip.address()).ifPresent(number -> destination(pointer, number));
  }

  /** A flow serves every tenant: a number is wrong where none of them may call it, and refused in a call where its own may not. */
  private void destination(String pointer, String number) {
    if (surroundings.destinations().stream().noneMatch(each -> each.allows(number))) {
      findings.add(pointer, "no tenant's calls may be transferred to " + number,
          "a number that 'destinations' in tenants.yaml begins, e.g. [\"+49\"]; a premium rate number needs 6 characters or more");
    }
  }

  private void links(String pointer, Knowledge knowledge) {
    if (!knowledge.links().containsKey(Knowledge.ANY)) {
      knowledge.links().keySet().forEach(language ->
          findings.known(pointer + "/" + language, "language", language, surroundings.prompts().languages()));
      surroundings.prompts().languages().stream().filter(language -> !knowledge.links().containsKey(language)).forEach(language ->
          findings.add(pointer, "the link is missing in language '" + language + "'", "a link for '" + language + "', or one for all languages"));
    }
  }

  private void step(String pointer, String name) {
    Set<String> names = new TreeSet<>(flow.steps().keySet());
    names.addAll(unreadable);
    findings.known(pointer, "step", name, names);
  }

  // --- what is said

  private void saying(String at, Step.Spoken spoken) {
    String pointer = at + spoken.at();
    switch (spoken.saying()) {
      case Saying.Prompt prompt -> prompt(pointer, prompt);
      case Saying.Text text -> text(pointer, text);
    }
  }

  private void prompt(String pointer, Saying.Prompt said) {
    if (!surroundings.prompts().ids().contains(said.id())) {
      findings.known(pointer, "prompt", said.id(), surroundings.prompts().ids());
      return;
    }
    Collection<String> languages = said.language().isEmpty() ? surroundings.prompts().languages() : List.of(said.language());
    for (String language : languages) {
      if (findings.known(pointer, "language", language, surroundings.prompts().languages())) {
        inLanguage(pointer, said.id(), language);
      }
    }
  }

  private void inLanguage(String pointer, String id, String language) {
    Optional<Prompt> prompt = surroundings.prompts().find(language, id);
    if (prompt.isEmpty()) {
      findings.add(pointer, "prompt '" + id + "' is missing in language '" + language + "'",
          "a text '" + id + "' in prompts/" + language + ".yaml");
    } else {
      data.said(pointer, "prompt '" + id + "' in language '" + language + "'", prompt.get().slots());
    }
  }

  private void text(String pointer, Saying.Text text) {
    text.byLanguage().forEach((language, words) -> {
      findings.known(pointer + "/" + language, "language", language, surroundings.prompts().languages());
      SpokenText spoken = SpokenText.of(words);
      spoken.faults().forEach(fault -> findings.add(pointer + "/" + language, fault.wrong(), fault.right()));
      data.said(pointer + "/" + language, "the text", spoken.slots());
    });
    for (String language : surroundings.prompts().languages()) {
      if (!text.byLanguage().containsKey(language)) {
        findings.add(pointer, "the text is missing in language '" + language + "'", "a text for '" + language + "'");
      }
    }
  }
}
