package io.switchboard.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.time.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call whose flow goes on after the talk, while the agent wraps up. */
class AfterTalkTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final QueueId SALES = new QueueId(DEMO, "sales");
  private static final AgentId ANNA = new AgentId(DEMO, "anna");
  private static final CallId CALL = new CallId("sb-1.1");
  private static final OfferId FIRST = new OfferId(CALL, 1);
  private static final OfferId SECOND = new OfferId(CALL, 2);
  private static final LineEvent.CallArrived ARRIVAL = new LineEvent.CallArrived(CALL, "+4930123450", "", "", "berlin");

  private final ManualTime time = new ManualTime(1_000);
  private final FakeLine line = new FakeLine();
  private MemoryJournal journal = new MemoryJournal();
  private DirectSignals signals = new DirectSignals();

  @BeforeEach
  void start() {
    stage(List.of());
    signals.send(ARRIVAL);
  }

  private void stage(List<Fact> before) {
    journal = new MemoryJournal();
    signals = new DirectSignals();
    Numbers numbers = new Numbers(Map.of(), new EntryPoint(DEMO, "main", "", "main", "en"), "busy", Map.of());
    CallStage stage = new CallStage(numbers, 10, signals, journal, line, time, Runnable::run);
    before.forEach(stage::restore);
    stage.open();
  }

  private void talk(OfferId offer, boolean goesOn) {
    signals.send(new CallSignal.Enqueue(CALL, SALES, 0, Map.of(), "", "", "", null, false, 0, goesOn));
    signals.send(new CallSignal.Waiting(CALL, SALES));
    signals.send(new LineEvent.Connected(offer));
    signals.send(new CallSignal.Connected(CALL, SALES, offer, ANNA));
  }

  private void ended(OfferId offer, Party by, boolean wrapUp) {
    signals.send(new CallSignal.TalkEnded(CALL, offer, ANNA, by, wrapUp));
  }

  private void hangsUp() {
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
  }

  private void wrappedUp(OfferId offer) {
    signals.send(new CallSignal.WrappedUp(CALL, offer, ANNA));
  }

  private List<Ending> endings() {
    return journal.facts(Fact.CallEnded.class).stream().map(Fact.CallEnded::ending).toList();
  }

  private int closings() {
    return journal.facts(Fact.InteractionClosed.class).size();
  }

  private int goesOn() {
    return signals.sent(CallSignal.GoesOn.class).size();
  }

  @Test
  void whenTheAgentHangsUp_thenTheFlowGoesOn_andTheCallEndsOnceAfterBoth() {
    talk(FIRST, true);
    ended(FIRST, Party.AGENT, true);
    assertEquals(1, goesOn());
    signals.send(new CallSignal.FlowEnded(CALL, Ending.FLOW_ENDED));
    assertEquals(List.of(new FakeLine.Command.HangUp(CALL)), line.commands);
    hangsUp();
    assertEquals(List.of(Ending.AGENT_HUNG_UP), endings());
    assertEquals(0, closings());
    wrappedUp(FIRST);
    assertEquals(1, closings());
  }

  @Test
  void whenTheAgentIsDoneFirst_thenTheCallClosesWithTheCallersEnd() {
    talk(FIRST, true);
    ended(FIRST, Party.AGENT, true);
    wrappedUp(FIRST);
    assertEquals(0, closings());
    hangsUp();
    assertEquals(List.of(Ending.AGENT_HUNG_UP), endings());
    assertEquals(1, closings());
  }

  @Test
  void whenTheCallerHangsUp_thenNothingGoesOn() {
    talk(FIRST, true);
    ended(FIRST, Party.CALLER, false);
    hangsUp();
    assertEquals(0, goesOn());
    assertEquals(List.of(Ending.AGENT_HUNG_UP), endings()); // his leg was still there when the agent's was gone, as ever
    assertEquals(1, closings());
  }

  @Test
  void whenTheFlowSaysNothingOfIt_thenTheCallEndsWithTheTalk() {
    talk(FIRST, false);
    ended(FIRST, Party.AGENT, false);
    assertEquals(0, goesOn());
  }

  @Test
  void whenTheFlowEndsForAReasonOfItsOwn_thenThatIsTheEnding() {
    talk(FIRST, true);
    ended(FIRST, Party.AGENT, false);
    signals.send(new CallSignal.FlowEnded(CALL, Ending.CLOSED));
    hangsUp();
    assertEquals(List.of(Ending.CLOSED), endings());
  }

  @Test
  void whenHeTalksAgainWhileTheFirstTalkIsWrappedUp_thenTheCallClosesAfterBothWrapUps() {
    talk(FIRST, true);
    ended(FIRST, Party.AGENT, true);
    talk(SECOND, false);
    ended(SECOND, Party.AGENT, true);
    signals.send(new LineEvent.CallerGone(CALL, Party.AGENT));
    wrappedUp(SECOND);
    assertEquals(0, closings());
    wrappedUp(FIRST);
    assertEquals(List.of(Ending.AGENT_HUNG_UP), endings());
    assertEquals(1, closings());
    assertEquals(1, goesOn());
  }

  @Test
  void whenHeGivesUpTheSecondTimeWhileTheFirstTalkIsWrappedUp_thenHeAbandoned_andTheCallClosesAfterIt() {
    talk(FIRST, true);
    ended(FIRST, Party.AGENT, true);
    signals.send(new CallSignal.Enqueue(CALL, SALES, 0, Map.of(), "", ""));
    hangsUp();
    signals.send(new CallSignal.LeftQueue(CALL, SALES, QueueExit.ABANDONED));
    assertEquals(List.of(Ending.ABANDONED), endings());
    assertEquals(0, closings());
    wrappedUp(FIRST);
    assertEquals(1, closings());
  }

  // --- a platform that died

  private static List<Fact> facts(AgentState agent, boolean over, boolean gone) {
    List<Fact> facts = new ArrayList<>(List.of(
        new Fact.CallArrived(1, DEMO, CALL, "+4930123450", "", "", "berlin", "main", "main", "en"),
        new Fact.StepEntered(1, DEMO, CALL, "main", "v", "agent"),
        new Fact.AfterTalk(1, DEMO, CALL, "agent", "ask"),
        new Fact.QueueEntered(1, DEMO, CALL, 1, SALES, 0, Map.of(), "", ""),
        new Fact.Connected(1, DEMO, CALL, FIRST, SALES, ANNA, 0, 0)));
    if (over) {
      facts.add(new Fact.TalkEnded(1, DEMO, CALL, FIRST, SALES, ANNA, Party.AGENT, 0));
    }
    if (gone) {
      facts.add(new Fact.CallEnded(1, DEMO, CALL, Ending.AGENT_HUNG_UP));
    }
    facts.add(new Fact.AgentStateChanged(1, DEMO, ANNA, AgentState.TALKING, agent, "", agent == AgentState.READY ? null : FIRST, 1, ""));
    return facts;
  }

  private void restored() {
    signals.send(new LineEvent.Restored(List.of(new LineEvent.LiveCall(ARRIVAL)), List.of(), Set.of()));
  }

  @Test
  void whenItDiedInTheTalkAndTheAgentHungUpMeanwhile_thenTheFlowGoesOn() {
    stage(facts(AgentState.TALKING, false, false));
    restored();
    ended(FIRST, Party.UNSEEN, true);
    assertEquals(1, goesOn());
    assertEquals(List.of(), line.commands);
  }

  @Test
  void whenItDiedAfterTheTalk_thenTheFlowIsToldAgain_andNobodyIsHungUp() {
    stage(facts(AgentState.WRAP_UP, true, false));
    restored();
    assertEquals(1, goesOn());
    assertEquals(0, signals.sent(CallSignal.Admitted.class).size());
    assertEquals(List.of(), line.commands);
    hangsUp();
    assertEquals(0, closings());
    wrappedUp(FIRST);
    assertEquals(1, closings());
  }

  @Test
  void whenItDiedInTheFlowAfterTheWrapUp_thenTheCallClosesWithTheCaller() {
    stage(facts(AgentState.READY, true, false));
    restored();
    hangsUp();
    assertEquals(List.of(Ending.AGENT_HUNG_UP), endings());
    assertEquals(1, closings());
  }

  @Test
  void whenItDiedInTheWrapUpAndTheCallerHadGone_thenTheCallClosesAfterIt() {
    stage(facts(AgentState.WRAP_UP, true, true));
    assertEquals(0, closings());
    wrappedUp(FIRST);
    assertEquals(1, closings());
  }
}
