package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.verb.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A flow that goes on when the agent has hung up: what it asks, what becomes of a bad score, and where a restart finds it. */
class AfterTalkTest {
  private static final AgentId ANNA = new AgentId(Runs.TENANT, "anna");
  private static final String FLOW = """
      first: agent
      steps:
        agent: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end, after: ask}}
        ask: {survey: {name: csat, prompts: [a], worst: 1, best: 5, bad: 2, call_back_within_s: 3600, no_key: {repeats: 0, then: end}, next: thanks}}
        thanks: {menu: {prompts: [b], keys: {1: other, 2: agent}, no_key: {repeats: 0, then: end}}}
        other: {enqueue: {queue: support, closed: end, emergency: end, no_agents: end, full: end}}
        end: {hangup: {reason: flow_ended}}
      """;

  private static Runs talks() {
    return Runs.started(FLOW).tell(new RunEvent.Connected(new Talk(Runs.SALES, ANNA)));
  }

  private static <F extends Fact> List<F> facts(Runs caller, Class<F> kind) {
    return caller.facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void whenHeIsQueued_thenItIsAFactWhereHisFlowWillGoOn_andTheQueueIsTold() {
    Runs caller = Runs.started(FLOW);
    assertEquals(List.of(new Fact.AfterTalk(1_000, Runs.TENANT, Runs.CALL, "agent", "ask")), facts(caller, Fact.AfterTalk.class));
    assertEquals(List.of(new RunEffect.Enqueue(Runs.SALES, Wish.NONE, true)), caller.effects);
  }

  @Test
  void whenTheAgentHangsUp_thenHeHearsWhatComesAfter_andHisScoreIsAboutThatTalk() {
    Runs caller = talks().tell(new RunEvent.TalkOver());
    assertEquals(List.of("a"), caller.said());
    caller.keys("4");
    assertEquals(
        List.of(new Fact.Learned.Scored(1_000, Runs.TENANT, Runs.CALL, "ask", "csat", 4, false, Runs.SALES, ANNA, 1, 5)),
        facts(caller, Fact.Learned.Scored.class));
    assertEquals(List.of(), facts(caller, Fact.Task.TaskMade.class));
  }

  @Test
  void whenTheScoreIsBad_thenATaskWithADeadlineIsMadeWithIt() {
    Runs caller = talks().tell(new RunEvent.TalkOver()).keys("2");
    assertEquals(
        List.of(new Fact.Task.TaskMade(
            1_000, Runs.TENANT, Runs.CALL, "1.1-s2", Runs.SALES, "+4930123", "Ada", "en", "csat", 2, ANNA, 3_601_000)),
        facts(caller, Fact.Task.TaskMade.class));
  }

  @Test
  void whenNobodyTalkedWithHimAndNoQueueIsNamed_thenTheTaskIsTheSupervisors() {
    Runs caller = Runs.started(FLOW.replace("first: agent", "first: ask")).keys("1");
    Fact.Task.TaskMade made = facts(caller, Fact.Task.TaskMade.class).getFirst();
    assertEquals(null, made.queue());
    assertEquals(null, made.agent());
  }

  @Test
  void whenTheSurveyNamesAQueue_thenItIsThatQueuesTask() {
    Runs caller = Runs.started(FLOW.replace("first: agent", "first: ask").replace("bad: 2", "bad: 2, queue: support")).keys("1");
    assertEquals(new QueueId(Runs.TENANT, "support"), facts(caller, Fact.Task.TaskMade.class).getFirst().queue());
  }

  @Test
  void whenHeWantsToTalkAgain_thenHeIsQueuedAgain_andWhatFollowsIsOfThatTalk() {
    Runs caller = talks().tell(new RunEvent.TalkOver()).keys("31");
    assertEquals(new RunEffect.Enqueue(new QueueId(Runs.TENANT, "support"), Wish.NONE), caller.effects.getLast());
    caller.tell(new RunEvent.Connected(new Talk(new QueueId(Runs.TENANT, "support"), ANNA)));
    assertFalse(caller.run.goesOnAfterTalk().orElseThrow());
    Runs again = talks().tell(new RunEvent.TalkOver()).keys("32").tell(new RunEvent.Connected(new Talk(Runs.SALES, ANNA)));
    assertEquals(List.of("a"), again.tell(new RunEvent.TalkOver()).said());
  }

  @Test
  void whenTheFlowSaysNothingAnyMoreOfWhatFollows_thenTheCallEnds() {
    Runs caller = Runs.started("""
        first: agent
        steps:
          agent: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end}}
          end: {hangup: {reason: flow_ended}}
        """)
        .tell(new RunEvent.Connected()).tell(new RunEvent.TalkOver());
    assertEquals(List.of(new RunEffect.End(Ending.FLOW_ENDED)), caller.effects);
  }

  // --- a platform that died

  private static Runs back(List<Fact> facts) {
    Restart restart = new Restart();
    facts.forEach(restart::replay);
    return new Runs(restart.runs(TestFlows.flows(Map.of("test", FLOW))).getFirst().run()).tell(new RunEvent.Resumed());
  }

  private static List<Fact> untilTheTalk() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "x", "test", "en"));
    facts.addAll(Runs.started(FLOW).facts);
    facts.add(new Fact.QueueEntered(2, Runs.TENANT, Runs.CALL, 1, Runs.SALES, 0, Map.of(), "+4930123", "Ada"));
    facts.add(new Fact.Connected(3, Runs.TENANT, Runs.CALL, new OfferId(Runs.CALL, 1), Runs.SALES, ANNA, 1, 1));
    return facts;
  }

  @Test
  void whenItDiedInTheTalk_thenTheFlowGoesOnAfterItAllTheSame() {
    Runs back = back(untilTheTalk());
    assertEquals(RunState.CONNECTED, back.run.state());
    assertEquals(true, back.run.goesOnAfterTalk().orElseThrow());
    assertEquals(List.of("a"), back.tell(new RunEvent.TalkOver()).said());
  }

  @Test
  void whenItDiedInTheSurvey_thenHeIsAskedAgain_andTheScoreIsStillAboutThatTalk() {
    List<Fact> facts = untilTheTalk();
    facts.addAll(talks().tell(new RunEvent.TalkOver()).facts.stream().filter(fact -> fact instanceof Fact.StepEntered).skip(1).toList());
    Runs back = back(facts);
    assertEquals(List.of("a"), back.said());
    assertEquals(List.of(), back.tell(new RunEvent.TalkOver()).moves, "he goes on already");
    back.keys("1");
    assertEquals("1.1-s2", facts(back, Fact.Task.TaskMade.class).getFirst().task());
    assertEquals(ANNA, facts(back, Fact.Task.TaskMade.class).getFirst().agent());
  }
}
