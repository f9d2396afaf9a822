package io.switchboard.ivr.run;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Destinations;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.verb.Saying;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A caller whom a test leads through a flow. */
final class Runs {
  static final TenantId TENANT = new TenantId("demo");
  static final CallId CALL = new CallId("1.1");
  static final QueueId SALES = new QueueId(TENANT, "sales");
  static final Caller CALLER = new Caller(TENANT, CALL, "+4930123", "Ada", "+49");
  static final Map<TenantId, Map<String, Hours>> HOURS = Map.of(
      TENANT, Map.of("always", Hours.always(), "never", new Hours(ZoneId.of("UTC"), Map.of(), Set.of())),
      new TenantId("other"), Map.of("never", Hours.always(), "theirs", Hours.always()));

  static final Outward OUTWARD = new Outward(
      List.of("first", "second"), Map.of(TENANT, new Outward.Rules(new Destinations(List.of("+4930")), false)));

  final FlowRun kernel = new FlowRun(HOURS, OUTWARD);
  final List<Fact> facts = new ArrayList<>();
  List<RunEffect> effects = List.of();
  List<Decision.Move> moves = List.of();
  Run run;
  long nowMs = 1_000;

  Runs(Flow flow) {
    this(new Flows(Map.of(flow.name(), flow), HOURS), flow.name());
  }

  Runs(Flows flows, String first) {
    this(Run.fresh(CALLER, flows, first, "en"));
  }

  Runs(Run run) {
    this.run = run;
  }

  /** A run of this flow, admitted. */
  static Runs started(String yaml) {
    return new Runs(TestFlows.flow(yaml)).tell(new RunEvent.Started());
  }

  Runs tell(RunEvent event) {
    Decision decision = kernel.decide(run, event, nowMs);
    run = decision.run();
    facts.addAll(decision.facts());
    effects = decision.effects();
    moves = decision.moves();
    return this;
  }

  Runs keys(String keys) {
    keys.chars().forEach(key -> tell(new RunEvent.KeyPressed((char) key)));
    return this;
  }

  /** What plays is heard to its end. */
  Runs heard() {
    return tell(new RunEvent.PlayEnded(run.play(), true));
  }

  Runs silence() {
    return tell(new RunEvent.TimedOut(run.timer()));
  }

  /** Ids of the prompts that the last decision says, in order. */
  List<String> said() {
    return effects.stream().filter(RunEffect.Play.class::isInstance).map(RunEffect.Play.class::cast)
        .flatMap(play -> play.sayings().stream())
        .map(saying -> saying instanceof Saying.Prompt prompt ? prompt.id() : saying.toString()).toList();
  }

  List<String> answers() {
    return facts.stream().filter(Fact.MenuAnswered.class::isInstance).map(Fact.MenuAnswered.class::cast)
        .map(answer -> answer.step() + "=" + answer.answer()).toList();
  }

  List<String> steps() {
    return facts.stream().filter(Fact.StepEntered.class::isInstance).map(Fact.StepEntered.class::cast).map(Fact.StepEntered::step).toList();
  }
}
