package io.switchboard.acd;

import static io.switchboard.acd.Shift.DEMO;
import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.START;
import static io.switchboard.acd.Shift.agent;
import static io.switchboard.acd.Shift.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Party;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhichAgentTest {
  private static final Map<String, Integer> GERMAN = Map.of("german", 5);

  private static QueueSettings sales(AgentPolicy policy) {
    return QueueSettings.of(SALES).withChoice(new Choice(policy, Reserve.NONE, 0));
  }

  private static AgentSettings person(String name, int german, int weight) {
    return new AgentSettings(id(name), name, new Phone.Endpoint(name), Map.of("german", german), Set.of(SALES), 3, weight);
  }

  private static Fact ready(String name, long idleS, int calls, long busyS, long offeredS) {
    Fact.Workload work = new Fact.Workload(calls, busyS * 1000, 3_600_000, START - offeredS * 1000);
    return new Fact.AgentStateChanged(
        START, DEMO, id(name), AgentState.NOT_READY, AgentState.READY, "", null, START - idleS * 1000, "", 0, work);
  }

  /** Six agents, each the best by one measure and by no other. */
  @ParameterizedTest
  @CsvSource({
    "LONGEST_IDLE, idle", "ROUND_ROBIN, next", "LEAST_OCCUPIED, rested", "FEWEST_CALLS, fresh", "MOST_SKILLED, native", "WEIGHTED, heavy"})
  void eachPolicyChoosesAnotherOfTheSameAgents(AgentPolicy policy, String chosen) {
    MemoryJournal before = new MemoryJournal();
    before.append(List.of(
        ready("idle", 900, 20, 1800, 60), ready("next", 100, 20, 1800, 700), ready("rested", 100, 20, 300, 60),
        ready("fresh", 100, 2, 1800, 60), ready("native", 100, 20, 1800, 60), ready("heavy", 100, 20, 1800, 60)), false, () -> {});
    QueueSettings queue = sales(policy).withSkills(GERMAN, List.of());
    Shift shift = new Shift(FloorSettings.of(List.of(queue), List.of(
        person("idle", 6, 1), person("next", 6, 1), person("rested", 6, 1), person("fresh", 6, 1), person("native", 10, 1),
        person("heavy", 6, 50))), before);
    shift.restored(List.of(), List.of(), Set.of());
    shift.enters("c1", SALES);
    assertEquals(List.of(chosen), shift.rung("c1"));
    assertEquals(policy.text(), shift.last(Fact.OfferMade.class).why().policy());
  }

  @Test
  void withOneReadyAgentEveryPolicyChoosesHim() {
    for (AgentPolicy policy : AgentPolicy.values()) {
      Shift shift = new Shift(FloorSettings.of(List.of(sales(policy)), List.of(agent("anna", Map.of(), SALES))));
      shift.ready("anna");
      shift.enters("c1", SALES);
      assertEquals(List.of("anna"), shift.rung("c1"));
    }
  }

  @Test
  void equalsByThePolicyAreTakenInTheOrderOfTheirIdleness() {
    Shift shift = three(AgentPolicy.FEWEST_CALLS);
    shift.ready("cleo");
    shift.time.advance(1_000);
    shift.ready("anna", "ben");
    shift.enters("c1", SALES);
    assertEquals(List.of("cleo"), shift.rung("c1"));
  }

  @Test
  void roundRobinGoesRound_howeverLongTheyTalk() {
    Shift shift = three(AgentPolicy.ROUND_ROBIN);
    shift.ready("anna", "ben", "cleo");
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      shift.time.advance(1_000);
      order.add(serve(shift, "c" + i, i % 2 == 0 ? 50_000 : 1_000));
    }
    assertEquals(List.of("anna", "ben", "cleo", "anna", "ben", "cleo"), order);
  }

  @Test
  void weightsShareTheCallsInProportion() {
    Shift shift = new Shift(FloorSettings.of(
        List.of(sales(AgentPolicy.WEIGHTED)), List.of(person("anna", 1, 3), person("ben", 1, 2), person("cleo", 1, 1))));
    shift.ready("anna", "ben", "cleo");
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      order.add(serve(shift, "c" + i, 10_000));
    }
    assertEquals(30, Collections.frequency(order, "anna"));
    assertEquals(20, Collections.frequency(order, "ben"));
    assertEquals(10, Collections.frequency(order, "cleo"));
  }

  @Test
  void occupancyIsOfTheTimeWithoutBreaks() {
    Shift shift = three(AgentPolicy.LEAST_OCCUPIED);
    shift.ready("anna");
    serve(shift, "c1", 60_000); // busy 60 s of 60 s
    shift.ask(new AgentRequest.NotReady(id("anna"), "lunch"));
    shift.ready("ben");
    serve(shift, "c2", 30_000); // busy 30 s of 30 s, then idle for an hour
    shift.time.advance(3_600_000);
    shift.ask(new AgentRequest.Ready(id("anna")));
    shift.time.advance(10_000);
    shift.enters("c3", SALES);
    assertEquals(List.of("ben"), shift.rung("c3")); // 30 s of 3,640 s; anna's lunch makes her 60 s no smaller a share than of 70 s
    assertEquals(30_000L * 1_000_000 / 3_640_000, shift.last(Fact.OfferMade.class).why().measure());
  }

  @Test
  void workCountsFromTheSignInOn() {
    Shift shift = three(AgentPolicy.FEWEST_CALLS);
    shift.ready("anna");
    serve(shift, "c1", 1_000);
    shift.ready("ben");
    shift.ask(new AgentRequest.SignOut(id("anna")));
    shift.ask(new AgentRequest.SignIn(id("anna")));
    assertEquals(Fact.Workload.NONE, shift.last(Fact.AgentStateChanged.class).work());
  }

  @Test
  void whatEveryAgentHasDoneOutlivesTheProcess() {
    Shift shift = three(AgentPolicy.FEWEST_CALLS);
    shift.ready("anna", "ben");
    serve(shift, "c1", 1_000);
    shift.time.advance(1_000);
    Shift again = new Shift(settings(AgentPolicy.FEWEST_CALLS), shift.journal);
    again.restored(List.of(), List.of(), Set.of());
    again.enters("c2", SALES);
    assertEquals(List.of("ben"), again.rung("c2"));
  }

  /** After a gap everybody may be free at once: a few agents look for calls, many are looked for. Either way the outcome is the same. */
  @ParameterizedTest
  @ValueSource(ints = {5, 100})
  void whenTheLineIsBack_thenTheCallsInOrderGetTheLongestIdle(int agents) {
    List<AgentSettings> all = IntStream.range(0, agents).mapToObj(i -> agent(String.format("a%03d", i), Map.of(), SALES)).toList();
    Shift shift = new Shift(FloorSettings.of(List.of(sales(AgentPolicy.LONGEST_IDLE)), all));
    shift.hears(new LineEvent.Lost("gone"));
    for (int i = agents - 1; i >= 0; i--) {
      shift.ready(String.format("a%03d", i));
      shift.time.advance(1);
    }
    shift.enters("second", SALES);
    shift.enters("third", SALES);
    shift.enters("first", SALES, 5, Map.of());
    shift.restored(List.of("first", "second", "third"), List.of(), Set.of());
    assertEquals(List.of(String.format("a%03d", agents - 1)), shift.rung("first"));
    assertEquals(List.of(String.format("a%03d", agents - 2)), shift.rung("second"));
    assertEquals(List.of(String.format("a%03d", agents - 3)), shift.rung("third"));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 100})
  void whenTheLineIsBackAndACallbackRests_thenTheCallsBehindItGetTheirAgents(int agents) {
    List<AgentSettings> all = IntStream.range(0, agents).mapToObj(i -> agent(String.format("a%03d", i), Map.of(), SALES)).toList();
    Returns.Callback rules = new Returns.Callback("+4930123450", List.of("carrier"), List.of("+49"), 25_000, 2, 60_000, 3_600_000, 3);
    Shift shift = new Shift(FloorSettings.of(List.of(sales(AgentPolicy.LONGEST_IDLE).withReturns(new Returns(0, rules))), all));
    shift.signals.send(new CallSignal.RequestCallback(Shift.call("ada"), SALES, "+4917012345", "Ada", "en"));
    shift.hears(new LineEvent.Lost("gone"));
    all.forEach(each -> shift.ready(each.id().name()));
    shift.enters("later", SALES);
    shift.restored(List.of("ada", "later"), List.of(), Set.of());
    assertEquals(List.of("a000"), shift.rung("later"));
    assertEquals(List.of(), shift.line.commands(FakeLine.Command.CallBack.class), "she is still on the line");
  }

  @Test
  void skillsThatAreSetHoldAtOnce_alsoForWhoWaits_andOverARestart_untilTheyAreReset() {
    QueueSettings german = sales(AgentPolicy.LONGEST_IDLE).withSkills(GERMAN, List.of());
    FloorSettings settings = FloorSettings.of(List.of(german), List.of(agent("anna", Map.of("german", 2), SALES)));
    Shift shift = new Shift(settings);
    shift.ready("anna");
    shift.enters("c1", SALES);
    assertEquals(List.of(), shift.rung("c1"));
    shift.ask(new AgentRequest.SetSkills(id("anna"), Map.of("german", 5), "sam"));
    assertEquals(List.of("anna"), shift.rung("c1"));
    shift.answers("c1", 1);
    shift.talkEnds("c1", 1, Party.CALLER);
    Shift again = new Shift(settings, shift.journal);
    again.restored(List.of(), List.of(), Set.of());
    again.stage.configure(settings);
    again.enters("c2", SALES);
    assertEquals(List.of("anna"), again.rung("c2"));
    again.answers("c2", 1);
    again.talkEnds("c2", 1, Party.CALLER);
    again.ask(new AgentRequest.SetSkills(id("anna"), null, "sam"));
    again.enters("c3", SALES);
    assertEquals(List.of(), again.rung("c3"));
  }

  @Test
  void aSkillThatTheCompanyDoesNotKnowIsRefused_andNothingIsSet() {
    FloorSettings named = new FloorSettings(
        List.of(sales(AgentPolicy.LONGEST_IDLE)), List.of(agent("anna", GERMAN, SALES)),
        Map.of(DEMO, new FloorSettings.Names(Set.of("german"), Map.of())), 60_000, 30_000, 3_000);
    Shift shift = new Shift(named);
    assertEquals(
        new Reply.Refused("unknown_skill", new Words(
            "There is no skill 'dance'. Add it to tenants.yaml first.", "没有技能 'dance'。请先将其加入 tenants.yaml。")),
        shift.ask(new AgentRequest.SetSkills(id("anna"), Map.of("german", 3, "dance", 9), "sam")));
    assertEquals(List.of(), shift.journal.facts(Fact.AgentSkillsSet.class));
    assertEquals(new Reply.Accepted("signed_out"), shift.ask(new AgentRequest.SetSkills(id("anna"), Map.of("german", 3), "sam")));
  }

  @Test
  void levelsOfSkillsThatAreNotAskedForMakeNobodyBetter() {
    assertEquals(Map.of("german", 5), Skills.both(GERMAN, Map.of()));
    Shift shift = new Shift(FloorSettings.of(List.of(sales(AgentPolicy.MOST_SKILLED).withSkills(GERMAN, List.of())), List.of(
        agent("polyglot", Map.of("german", 5, "french", 10, "dutch", 10), SALES), agent("fluent", Map.of("german", 7), SALES))));
    shift.ready("polyglot", "fluent");
    shift.enters("c1", SALES);
    assertEquals(List.of("fluent"), shift.rung("c1"));
  }

  private static FloorSettings settings(AgentPolicy policy) {
    return FloorSettings.of(List.of(sales(policy)), List.of(
        agent("anna", Map.of(), SALES), agent("ben", Map.of(), SALES), agent("cleo", Map.of(), SALES)));
  }

  private static Shift three(AgentPolicy policy) {
    return new Shift(settings(policy));
  }

  /** @return who answered */
  private static String serve(Shift shift, String call, long talkMs) {
    shift.enters(call, SALES);
    shift.answers(call, 1);
    shift.time.advance(talkMs);
    shift.talkEnds(call, 1, Party.CALLER);
    return shift.rung(call).getLast();
  }
}
