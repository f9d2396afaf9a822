package io.switchboard.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Trunk;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.time.ManualTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallStageTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final QueueId SALES = QueueId.of("demo", "sales");
  private static final AgentId ANNA = AgentId.of("demo", "anna");
  private static final CallId CALL = new CallId("sb-1.1");
  private static final OfferId OFFER = new OfferId(CALL, 1);

  private final ManualTime time = new ManualTime(1_000);
  private final MemoryJournal journal = new MemoryJournal();
  private DirectSignals signals = new DirectSignals();
  private FakeLine line = new FakeLine();

  CallStageTest() {
    stage(List.of());
  }

  private void stage(List<Fact> facts) {
    signals = new DirectSignals();
    line = new FakeLine();
    CallStage stage = new CallStage(numbers(), 2, signals, journal, line, time, Runnable::run);
    facts.forEach(stage::restore);
    stage.open();
  }

  private static Numbers numbers() {
    EntryPoint main = new EntryPoint(DEMO, "main", "+4930123450", "main", "en");
    EntryPoint unknown = new EntryPoint(DEMO, "unknown", "", "unknown-number", "en");
    Trunk berlin = new Trunk("berlin", Trunk.Mode.ADDRESS, "127.0.0.1", 5060, "", "", new NumberPlan("DE", ""));
    return new Numbers(Map.of(main.number(), main), unknown, "busy", Map.of("berlin", berlin));
  }

  private void arrive(CallId call) {
    signals.send(arrival(call));
  }

  private static LineEvent.CallArrived arrival(CallId call) {
    return new LineEvent.CallArrived(call, "030123450", "01701234567", "Caller", "berlin");
  }

  private void queue() {
    signals.send(new CallSignal.Waiting(CALL, SALES));
  }

  private void connect() {
    signals.send(new LineEvent.Connected(OFFER));
    signals.send(new CallSignal.Connected(CALL, SALES, OFFER, ANNA));
  }

  private List<Ending> endings() {
    return journal.facts(Fact.CallEnded.class).stream().map(Fact.CallEnded::ending).toList();
  }

  private int closings() {
    return journal.facts(Fact.InteractionClosed.class).size();
  }

  @Test
  void whenOurNumberIsCalled_thenItsFlowBeginsWithNumbersInE164() {
    arrive(CALL);
    assertEquals(
        List.of(new CallSignal.Admitted(CALL, DEMO, "main", "en", "+4930123450", "+491701234567", "Caller")),
        signals.sent(CallSignal.Admitted.class));
    assertEquals("main", journal.facts(Fact.CallArrived.class).getFirst().entryPoint());
  }

  @Test
  void whenTheJournalIsSlow_thenTheFlowWaitsForTheFact() {
    journal.hold();
    arrive(CALL);
    assertTrue(signals.sent(CallSignal.Admitted.class).isEmpty());
    journal.release();
    assertEquals(1, signals.sent(CallSignal.Admitted.class).size());
  }

  @Test
  void whenTheNumberIsNotOurs_thenTheUnknownFlowRuns() {
    signals.send(new LineEvent.CallArrived(CALL, "0309999999", "", "", "berlin"));
    assertEquals("unknown-number", signals.sent(CallSignal.Admitted.class).getFirst().flow());
  }

  @Test
  void whenTheLimitIsReached_thenTheNextHearsBusyUntilOneLeaves() {
    arrive(new CallId("a"));
    arrive(new CallId("b"));
    arrive(new CallId("c"));
    signals.send(new LineEvent.CallerGone(new CallId("a"), Party.CALLER));
    signals.send(new LineEvent.CallerGone(new CallId("c"), Party.CALLER));
    arrive(new CallId("d"));
    assertEquals(List.of("main", "main", "busy", "main"), signals.sent(CallSignal.Admitted.class).stream().map(CallSignal.Admitted::flow).toList());
  }

  @Test
  void whenHungUpInTheMenu_thenItEndsSoAndCloses() {
    arrive(CALL);
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    assertEquals(List.of(Ending.CALLER_HUNG_UP_IN_FLOW), endings());
    assertEquals(1, closings());
  }

  @Test
  void whenHungUpWaiting_thenItClosesAfterTheQueueNotedIt() {
    arrive(CALL);
    queue();
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    assertEquals(List.of(Ending.ABANDONED), endings());
    assertEquals(0, closings());
    signals.send(new CallSignal.LeftQueue(CALL, SALES, QueueExit.ABANDONED));
    assertEquals(1, closings());
  }

  @Test
  void whenHungUpWhileTheQueueTakesHim_thenHeAbandonedAndItClosesAfterTheQueueNotedIt() {
    arrive(CALL);
    signals.send(new CallSignal.Enqueue(CALL, SALES, 0, Map.of(), "", ""));
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    signals.send(new CallSignal.Waiting(CALL, SALES));
    assertEquals(0, closings());
    signals.send(new CallSignal.LeftQueue(CALL, SALES, QueueExit.ABANDONED));
    assertEquals(List.of(Ending.ABANDONED), endings());
    assertEquals(1, closings());
  }

  @Test
  void whenTheQueueRefusesHim_thenHeIsInTheFlowAgain() {
    arrive(CALL);
    signals.send(new CallSignal.Enqueue(CALL, SALES, 0, Map.of(), "", ""));
    signals.send(new CallSignal.Refused(CALL, SALES, QueueRefusal.CLOSED));
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    assertEquals(List.of(Ending.CALLER_HUNG_UP_IN_FLOW), endings());
    assertEquals(1, closings());
  }

  @Test
  void whenTheFlowEnds_thenTheLineIsHungUpAndTheEndingIsTheFlows() {
    arrive(CALL);
    signals.send(new CallSignal.FlowEnded(CALL, Ending.CLOSED));
    assertEquals(List.of(new FakeLine.Command.HangUp(CALL)), line.commands);
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    assertEquals(List.of(Ending.CLOSED), endings());
  }

  @Test
  void whenTheAgentHangsUp_thenItEndsSoAndClosesAfterWrapUp() {
    arrive(CALL);
    queue();
    connect();
    signals.send(new CallSignal.TalkEnded(CALL, OFFER, ANNA, Party.AGENT, true));
    signals.send(new LineEvent.CallerGone(CALL, Party.AGENT));
    assertEquals(List.of(Ending.AGENT_HUNG_UP), endings());
    assertEquals(0, closings());
    signals.send(new CallSignal.WrappedUp(CALL, OFFER, ANNA));
    assertEquals(1, closings());
  }

  @Test
  void whenTheCallerHangsUpTheInstantHeIsConnected_thenItIsATalkAndNotAbandoned() {
    arrive(CALL);
    queue();
    signals.send(new LineEvent.Connected(OFFER));
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    signals.send(new CallSignal.Connected(CALL, SALES, OFFER, ANNA));
    signals.send(new CallSignal.TalkEnded(CALL, OFFER, ANNA, Party.CALLER, false));
    assertEquals(List.of(Ending.CALLER_HUNG_UP_AFTER_TALK), endings());
    assertEquals(1, closings());
  }

  @Test
  void whenThePlatformComesBack_thenCallsInTheFlowGoOnAndTheGoneEndUnseen() {
    CallId other = new CallId("sb-1.2");
    arrive(CALL);
    arrive(other);
    stage(journal.facts());
    signals.send(new LineEvent.Restored(List.of(new LineEvent.LiveCall(arrival(CALL))), List.of(), Set.of()));
    assertEquals(List.of(CALL), signals.sent(CallSignal.Admitted.class).stream().map(CallSignal.Admitted::call).toList());
    assertEquals(List.of(new Fact.CallEnded(1_000, DEMO, other, Ending.UNSEEN)), journal.facts(Fact.CallEnded.class));
  }

  @Test
  void whenThePlatformComesBack_thenACallThatArrivedMeanwhileIsAdmitted() {
    stage(journal.facts());
    signals.send(new LineEvent.Restored(List.of(new LineEvent.LiveCall(arrival(CALL))), List.of(), Set.of()));
    assertEquals(1, signals.sent(CallSignal.Admitted.class).size());
  }

  @Test
  void whenThePlatformComesBackDuringWrapUp_thenTheInteractionClosesAfterIt() {
    stage(afterTalk(AgentState.WRAP_UP));
    assertEquals(0, closings());
    signals.send(new CallSignal.WrappedUp(CALL, OFFER, ANNA));
    assertEquals(1, closings());
  }

  @Test
  void whenOnlyTheClosingWasLostInTheCrash_thenItIsWrittenAtOnce() {
    stage(afterTalk(AgentState.READY));
    assertEquals(1, closings());
  }

  @Test
  void whenTheQueueNotedTheTalkAfterTheCallerHadGone_thenThePlatformThatComesBackWritesNoSecondEnding() {
    stage(List.of(
        new Fact.CallArrived(1_000, DEMO, CALL, "+4930123450", "", "", "berlin", "main", "main", "en"),
        new Fact.QueueEntered(1_000, DEMO, CALL, 1, SALES, 0, Map.of(), "", ""),
        new Fact.CallEnded(1_000, DEMO, CALL, Ending.ABANDONED),
        new Fact.Connected(1_000, DEMO, CALL, OFFER, SALES, ANNA, 0, 0)));
    signals.send(new LineEvent.Restored(List.of(), List.of(), Set.of()));
    assertEquals(List.of(), endings());
    signals.send(new CallSignal.TalkEnded(CALL, OFFER, ANNA, Party.UNSEEN, false));
    assertEquals(1, closings());
  }

  @Test
  void whenHeEnteredTheNextQueueAfterHeHadGone_thenThePlatformThatComesBackWritesNoSecondEnding() {
    stage(List.of(
        new Fact.CallArrived(1_000, DEMO, CALL, "+4930123450", "", "", "berlin", "main", "main", "en"),
        new Fact.QueueEntered(1_000, DEMO, CALL, 1, SALES, 0, Map.of(), "", ""),
        new Fact.CallEnded(1_000, DEMO, CALL, Ending.ABANDONED),
        new Fact.QueueLeft(1_000, DEMO, CALL, SALES, QueueExit.OVERFLOW, 0),
        new Fact.QueueEntered(1_000, DEMO, CALL, 2, SALES, 0, Map.of(), "", "")));
    signals.send(new LineEvent.Restored(List.of(), List.of(), Set.of()));
    assertEquals(List.of(), endings());
    signals.send(new CallSignal.LeftQueue(CALL, SALES, QueueExit.ABANDONED));
    assertEquals(1, closings());
  }

  // --- transfers

  private void transferred() {
    arrive(CALL);
    signals.send(new CallSignal.Transferring(CALL, 3, "+4989"));
    time.advance(500);
    signals.send(new LineEvent.TransferConnected(CALL, 3));
    time.advance(7_000);
  }

  private static Fact outsideEnded(long atMs, TransferEnding ending, long talkMs) {
    return new Fact.Errand.TransferEnded(atMs, DEMO, CALL, 3, "+4989", ending, talkMs);
  }

  @Test
  void whenTheCallerHangsUpInHisTalkOutside_thenTheCallEndedTransferred_andTheTransferWithIt() {
    transferred();
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    List<Fact> facts = journal.facts();
    assertEquals(
        List.of(outsideEnded(8_500, TransferEnding.CALLER_HUNG_UP, 7_000), new Fact.CallEnded(8_500, DEMO, CALL, Ending.TRANSFERRED),
            new Fact.InteractionClosed(8_500, DEMO, CALL)),
        facts.subList(facts.size() - 3, facts.size()));
  }

  @Test
  void whenTheCallerHangsUpWhileItRings_thenHeEndedInTheFlow() {
    arrive(CALL);
    signals.send(new CallSignal.Transferring(CALL, 3, "+4989"));
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    assertEquals(List.of(Ending.CALLER_HUNG_UP_IN_FLOW), endings());
    assertEquals(List.of(outsideEnded(1_000, TransferEnding.CALLER_HUNG_UP, 0)), journal.facts(Fact.Errand.TransferEnded.class));
  }

  @Test
  void whenTheTransferIsOver_thenTheCallIsInTheFlowAgain_andWritesNoEndOfIt() {
    transferred();
    signals.send(new LineEvent.TransferEnded(CALL, 3, TransferEnding.CALLED_PARTY_HUNG_UP, 7_000));
    signals.send(new CallSignal.FlowEnded(CALL, Ending.TRANSFERRED));
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    assertEquals(List.of(Ending.TRANSFERRED), endings());
    assertEquals(List.of(), journal.facts(Fact.Errand.TransferEnded.class));
  }

  @Test
  void whenThePlatformComesBackInATalkOutside_thenNobodyIsAdmittedAnew_andTheTalkIsMeasuredFromItsBeginning() {
    List<Fact> before = List.of(
        new Fact.CallArrived(1_000, DEMO, CALL, "+4930123450", "", "", "berlin", "main", "main", "en"),
        new Fact.Errand.TransferStarted(1_000, DEMO, CALL, 3, "+4989", "", 1), new Fact.Errand.TransferConnected(1_500, DEMO, CALL, 3, "+4989"));
    stage(before);
    signals.send(new LineEvent.Restored(List.of(new LineEvent.LiveCall(arrival(CALL), 3)), List.of(), Set.of()));
    signals.send(new LineEvent.TransferConnected(CALL, 3));
    assertEquals(List.of(), signals.sent(CallSignal.Admitted.class));
    time.advance(9_000);
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    assertEquals(List.of(outsideEnded(10_000, TransferEnding.CALLER_HUNG_UP, 8_500)), journal.facts(Fact.Errand.TransferEnded.class));
    stage(before);
    signals.send(new LineEvent.Restored(List.of(), List.of(), Set.of()));
    assertEquals(Ending.UNSEEN, endings().getLast());
    assertEquals(outsideEnded(10_000, TransferEnding.UNSEEN, 0), journal.facts(Fact.Errand.TransferEnded.class).getLast());
  }

  private static List<Fact> afterTalk(AgentState agent) {
    return List.of(
        new Fact.CallArrived(1_000, DEMO, CALL, "+4930123450", "", "", "berlin", "main", "main", "en"),
        new Fact.QueueEntered(1_000, DEMO, CALL, 1, SALES, 0, Map.of(), "", ""),
        new Fact.Connected(1_000, DEMO, CALL, OFFER, SALES, ANNA, 0, 0),
        new Fact.CallEnded(1_000, DEMO, CALL, Ending.CALLER_HUNG_UP_AFTER_TALK),
        new Fact.TalkEnded(1_000, DEMO, CALL, OFFER, SALES, ANNA, Party.CALLER, 0),
        new Fact.AgentStateChanged(1_000, DEMO, ANNA, AgentState.TALKING, agent, "", OFFER, 1_000, ""));
  }
}
