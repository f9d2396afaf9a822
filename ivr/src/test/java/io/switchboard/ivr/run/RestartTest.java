package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The platform dies in each state and comes back with nothing but facts. */
class RestartTest {
  private static final String FLOW = """
      first: set
      steps:
        set: {language: {language: zh, next: say}}
        say: {play: {prompts: [a], next: ask}}
        ask: {menu: {prompts: [b], keys: {1: wait, 2: end}, no_key: {then: end}}}
        wait: {enqueue: {queue: sales, closed: sorry, emergency: sorry, no_agents: sorry, full: sorry}}
        sorry: {play: {prompts: [bye], next: end}}
        end: {hangup: {reason: closed}}
      """;
  private static final String WITHOUT_THE_QUEUE = """
      first: say
      steps:
        say: {play: {prompts: [c], next: end}}
        end: {hangup: {reason: flow_ended}}
      """;

  private final List<Fact> facts = new ArrayList<>();

  /** A caller of flow {@code test}, with all his facts in the journal. */
  private Runs caller() {
    facts.add(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "main", "test", "en"));
    return Runs.started(FLOW);
  }

  private Restart.Resumption after(Runs dead, String flow) {
    Restart restart = new Restart();
    restart.replay(facts.getFirst());
    dead.facts.forEach(restart::replay);
    facts.stream().skip(1).forEach(restart::replay);
    List<Restart.Resumption> all = restart.runs(new Flows(Map.of("test", TestFlows.flow(flow)), Runs.HOURS));
    assertEquals(1, all.size());
    assertEquals(Runs.CALLER, all.getFirst().run().caller());
    return all.getFirst();
  }

  private Runs resumed(Runs dead, String flow) {
    Restart.Resumption back = after(dead, flow);
    Runs caller = new Runs(back.run()).tell(new RunEvent.Resumed());
    back.missed().ifPresent(caller::tell);
    return caller;
  }

  private void entered() {
    facts.add(new Fact.QueueEntered(9, Runs.TENANT, Runs.CALL, 1, Runs.SALES, 0, Map.of(), "", ""));
  }

  private void connected() {
    AgentId agent = new AgentId(Runs.TENANT, "bob");
    facts.add(new Fact.Connected(9, Runs.TENANT, Runs.CALL, new OfferId(Runs.CALL, 1), Runs.SALES, agent, 5, 3));
  }

  @Test
  void whenItDiedWhileSpeaking_thenTheStepIsSaidAgainInHisLanguage() {
    assertEquals(List.of(new RunEffect.Play(1, List.of(Saying.of("a")), "zh")), resumed(caller(), FLOW).effects);
  }

  @Test
  void whenItDiedWhileAsking_thenTheQuestionIsAskedAgainAndTheFailuresAreStillCounted() {
    Runs back = resumed(caller().heard().keys("99"), FLOW);
    assertEquals(List.of("b"), back.said());
    assertEquals(2, back.run.question().wrong());
  }

  @Test
  void whenItDiedWhileListening_thenTheQuestionIsAskedAgain() {
    assertEquals(List.of("b"), resumed(caller().heard().heard(), FLOW).said());
  }

  @Test
  void whenItDiedBeforeTheQueueHeardOfHim_thenHeIsHandedOverAgain() {
    assertEquals(List.of(new RunEffect.Enqueue(Runs.SALES, Wish.NONE)), resumed(caller().keys("1"), FLOW).effects);
  }

  @Test
  void whenHeWaited_thenNothingIsPlayedAndHeStaysInTheQueue() {
    Runs dead = caller().keys("1");
    entered();
    Runs back = resumed(dead, FLOW);
    assertEquals(List.of(), back.effects);
    assertEquals(RunState.QUEUED, back.run.state());
    assertEquals("sorry", back.tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.EMERGENCY)).run.step());
  }

  @Test
  void whenHeTalked_thenNothingIsPlayed() {
    Runs dead = caller().keys("1");
    entered();
    connected();
    Runs back = resumed(dead, FLOW);
    assertEquals(List.of(), back.effects);
    assertEquals(RunState.CONNECTED, back.run.state());
  }

  @Test
  void whenTheQueueHadLetHimGoAndTheFlowNeverHeardOfIt_thenItGoesOnAtThatBranch() {
    Runs dead = caller().keys("1");
    entered();
    facts.add(new Fact.QueueLeft(10, Runs.TENANT, Runs.CALL, Runs.SALES, QueueExit.EMERGENCY, 1));
    assertEquals(List.of("bye"), resumed(dead, FLOW).said());
  }

  @Test
  void whenTheQueueHadRefusedHimAndTheFlowNeverHeardOfIt_thenItGoesOnAtThatBranch() {
    Runs dead = caller().keys("1");
    facts.add(new Fact.QueueRefused(10, Runs.TENANT, Runs.CALL, Runs.SALES, QueueRefusal.CLOSED));
    assertEquals(List.of("bye"), resumed(dead, FLOW).said());
  }

  @Test
  void whenItDiedAtTheEnd_thenTheCallIsEndedAgain() {
    assertEquals(List.of(new RunEffect.End(Ending.CLOSED)), resumed(caller().heard().keys("2"), FLOW).effects);
  }

  @Test
  void whenTheCallHadEnded_thenThereIsNoRun() {
    Restart restart = new Restart();
    Runs dead = caller();
    restart.replay(facts.getFirst());
    dead.facts.forEach(restart::replay);
    restart.replay(new Fact.CallEnded(20, Runs.TENANT, Runs.CALL, Ending.CALLER_HUNG_UP_IN_FLOW));
    assertEquals(List.of(), restart.runs(new Flows(Map.of(), Map.of())));
  }

  @Test
  void whenHeHadArrivedButNoStepWasEntered_thenHisAdmissionBeginsTheRun() {
    caller();
    Restart restart = new Restart();
    restart.replay(facts.getFirst());
    assertEquals(List.of(), restart.runs(new Flows(Map.of("test", TestFlows.flow(FLOW)), Map.of())));
  }

  @Test
  void whenTheFileChangedAndTheStepIsThere_thenItIsRunFromTheNewVersion() {
    String changed = FLOW.replace("prompts: [b]", "prompts: [c]");
    Flow newer = TestFlows.flow(changed);
    Runs back = resumed(caller().heard(), changed);
    assertEquals(List.of("c"), back.said());
    assertTrue(back.facts.contains(new Fact.StepEntered(1_000, Runs.TENANT, Runs.CALL, "test", newer.version(), "ask", 0, 3)));
  }

  @Test
  void whenTheFileChangedAndTheStepIsGone_thenTheFlowBeginsAgain() {
    assertEquals(List.of("c"), resumed(caller().heard(), WITHOUT_THE_QUEUE).said());
  }

  @Test
  void whenTheFileChangedWhileHeWaited_thenHeStaysInTheQueueAndOnlyThenBeginsAgain() {
    Runs dead = caller().keys("1");
    entered();
    Runs back = resumed(dead, WITHOUT_THE_QUEUE);
    assertEquals(RunState.QUEUED, back.run.state());
    assertEquals(List.of(), back.effects);
    assertEquals(List.of("c"), back.tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.NO_AGENTS)).said());
  }

  @Test
  void whenTheFlowIsGoneAltogether_thenTheCallFailsUnlessItWaits() {
    Runs dead = caller().keys("1");
    assertEquals(List.of(new RunEffect.End(Ending.FAILED)), withoutFlows(dead).tell(new RunEvent.Resumed()).effects);
    entered();
    Runs waits = withoutFlows(dead).tell(new RunEvent.Resumed());
    assertEquals(List.of(), waits.effects);
    assertEquals(RunState.CONNECTED, waits.tell(new RunEvent.Connected()).run.state());
  }

  private Runs withoutFlows(Runs dead) {
    Restart restart = new Restart();
    restart.replay(facts.getFirst());
    dead.facts.forEach(restart::replay);
    facts.stream().skip(1).forEach(restart::replay);
    return new Runs(restart.runs(new Flows(Map.of(), Map.of())).getFirst().run());
  }

  private static final String VERIFIES = """
      variables: {pin: secret, account: text, ok: flag}
      first: pin
      steps:
        pin: {at_most: {times: 5, then: end}, collect: {into: pin, prompts: [a], digits: 4, no_key: {then: end}, next: account}}
        account: {collect: {into: account, prompts: [b], digits: 2, no_key: {then: end}, next: verify}}
        verify: {lookup: {lookup: pin, with: {account: account, pin: pin}, into: {ok: ok}, found: judge, nothing: end, failed: pin}}
        judge: {branch: {when: [{if: ok, then: end}], otherwise: pin}}
        end: {hangup: {reason: closed}}
      """;

  private static Lookups.Asked asked(Runs caller) {
    return caller.effects.stream().filter(RunEffect.Look.class::isInstance).map(RunEffect.Look.class::cast).findFirst().orElseThrow().asked();
  }

  private Runs resumedAgain(Runs dead, Runs since, String flow) {
    since.facts.addAll(0, dead.facts);
    return resumed(since, flow);
  }

  @Test
  void whenItDiedWhileASourceWasAsked_thenItIsAskedByTheSameRequest_whateverHeEntersNow() {
    facts.add(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "main", "test", "en"));
    Runs dead = Runs.started(VERIFIES).keys("111120");
    Lookups.Asked before = asked(dead);
    Runs back = resumed(dead, VERIFIES).keys("222230");
    assertEquals(Map.of("account", new Value.Text("30")), asked(back).values());
    assertEquals(before.request(), asked(back).request(), "it may have been carried out already");
    Runs backTwice = resumedAgain(dead, back, VERIFIES).keys("333320");
    assertEquals(before.request(), asked(backTwice).request(), "dead twice");
  }

  @Test
  void whenTheSourceHadAnswered_thenWhatIsAskedAfterTheRestartIsAnotherRequest() {
    facts.add(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "main", "test", "en"));
    Runs dead = Runs.started(VERIFIES).keys("111120");
    String first = asked(dead).request();
    dead.tell(new RunEvent.LookedUp(dead.run.entered(), new Found.Row(Map.of("ok", new Value.Flag(false)))));
    assertEquals("pin", dead.run.step(), "it was wrong");
    assertNotEquals(first, asked(resumed(dead, VERIFIES).keys("222220")).request());
  }

  private static final String WAITS_WITH_A_SECRET = """
      variables: {pin: secret, account: text}
      first: pin
      steps:
        pin: {collect: {into: pin, prompts: [a], digits: 4, no_key: {then: end}, next: which}}
        which: {menu: {prompts: [b], keys: {1: wait, 2: box, 3: out, 4: part}, no_key: {then: wait}}}
        part: {flow: {flow: part, exits: {done: end}}}
        wait: {enqueue: {queue: sales, closed: sorry, emergency: sorry, no_agents: sorry, full: sorry, keys: {2: box}, after: rate}}
        rate: {survey: {name: nps, prompts: [c], worst: 0, best: 9, bad: 3, no_key: {repeats: 0, then: end}, next: end}}
        box: {voicemail: {queue: sales, prompts: [a], next: end}}
        out: {transfer: {number: "+4930777777", failed: sorry, next: end}}
        sorry: {play: {prompts: [bye], next: end}}
        end: {hangup: {reason: closed}}
      """;
  private static final String PART = """
      first: wait
      steps:
        wait: {enqueue: {queue: sales, closed: done, emergency: done, no_agents: again, full: done}}
        again: {menu: {prompts: [c], keys: {1: wait}, no_key: {then: done}}}
        done: {return: {as: done}}
      """;
  private static final Flows WITH_A_PART = TestFlows.flows(Map.of("test", WAITS_WITH_A_SECRET, "part", PART));

  /** Someone who has entered a secret that nothing has used, and pressed this key then. */
  private Runs withASecret(char key) {
    facts.add(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "main", "test", "en"));
    return new Runs(WITH_A_PART, "test").tell(new RunEvent.Started()).keys("1234").keys(String.valueOf(key));
  }

  private Runs back(Runs dead) {
    Restart restart = new Restart();
    restart.replay(facts.getFirst());
    dead.facts.forEach(restart::replay);
    facts.stream().skip(1).forEach(restart::replay);
    Restart.Resumption resumption = restart.runs(WITH_A_PART).getFirst();
    Runs caller = new Runs(resumption.run()).tell(new RunEvent.Resumed(resumption.run().errand()));
    resumption.missed().ifPresent(caller::tell);
    return caller;
  }

  @Test
  void whenHeWaitedAndHadEnteredASecret_thenHeIsStillAtTheStepOfHisQueue() {
    Runs dead = withASecret('1');
    entered();
    Runs back = back(dead);
    assertEquals("wait", back.run.step());
    assertEquals(List.of(new RunEffect.LeaveQueue(Runs.SALES, "2")), back.keys("2").effects);
    assertEquals("box", back.tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.KEY, "2")).run.step());
  }

  @Test
  void whenTheQueueHadLetHimGoAndHeHadEnteredASecret_thenItGoesOnAtThatBranch() {
    Runs dead = withASecret('1');
    entered();
    facts.add(new Fact.QueueLeft(10, Runs.TENANT, Runs.CALL, Runs.SALES, QueueExit.EMERGENCY, 1));
    assertEquals(List.of("bye"), back(dead).said());
  }

  @Test
  void whenHeTalkedAndHadEnteredASecret_thenTheFlowStillGoesOnAfterTheTalk() {
    Runs dead = withASecret('1');
    entered();
    connected();
    Runs back = back(dead);
    assertEquals(Optional.of(true), back.run.goesOnAfterTalk());
    assertEquals("rate", back.tell(new RunEvent.TalkOver()).run.step());
  }

  @Test
  void whenHeSpokeHisMessageAndHadEnteredASecret_thenItIsStillKept() {
    Runs back = back(withASecret('2').heard());
    assertEquals(RunState.RECORDING, back.run.state());
    assertEquals(List.of(new RunEffect.KeepMessage(1, Runs.SALES)), back.tell(new RunEvent.CallerGone()).effects);
  }

  @Test
  void whenHeWasTransferredAndHadEnteredASecret_thenTheFlowGoesOnThere() {
    Runs back = back(withASecret('3').tell(new RunEvent.TransferTalks(1)));
    assertEquals(RunState.TRANSFERRED, back.run.state());
    assertEquals(List.of(new RunEffect.End(Ending.CLOSED)),
        back.tell(new RunEvent.TransferOver(1, TransferEnding.CALLED_PARTY_HUNG_UP, 5)).effects);
  }

  @Test
  void whenHeWaitedInAFlowThatAnotherWithASecretCalled_thenHeIsStillInIt() {
    Runs dead = withASecret('4');
    entered();
    Runs back = back(dead);
    assertEquals("part", back.run.flow().name());
    assertEquals(List.of("c"), back.tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.NO_AGENTS)).said());
  }

  @Test
  void whenHeIsLedBackToTheSecretOfTheFlowThatCalled_thenHisFailuresElsewhereDoNotCountThere() {
    Runs dead = withASecret('4').tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.NO_AGENTS)).keys("9");
    Runs back = back(dead);
    assertEquals(List.of("a"), back.said());
    assertEquals(0, back.run.question().wrong());
  }
}
