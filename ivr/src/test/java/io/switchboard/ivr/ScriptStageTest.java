package io.switchboard.ivr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.core.signal.ScriptRequest.Asker;
import io.switchboard.core.signal.ScriptRequest.Outcome;
import io.switchboard.core.signal.ScriptRequest.Reason;
import io.switchboard.core.time.ManualTime;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.script.TestScripts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may run which script for which call, and what a restart keeps of it. */
class ScriptStageTest {
  private static final TenantId DEMO = TestScripts.DEMO;
  private static final CallId CALL = TestScripts.CALL;
  private static final AgentId ANNA = new AgentId(DEMO, "anna");
  private static final QueueId SALES = new QueueId(DEMO, "sales");
  private static final Asker SHE = new Asker(DEMO, "anna", ANNA, "en");
  private static final Asker BEN = new Asker(DEMO, "ben", new AgentId(DEMO, "ben"), "en");
  private static final Asker SAM = new Asker(DEMO, "sam", null, "zh");

  private final MemoryJournal journal = new MemoryJournal();
  private final ManualTime time = new ManualTime(1_000);
  private final CompletableFuture<Found> found = new CompletableFuture<>();
  private DirectSignals signals = new DirectSignals();
  private ScriptStage stage = stage();

  ScriptStageTest() {
    stage.open();
    happens(
        new Fact.CallArrived(1, DEMO, CALL, "+4930", "+49171", "", "carrier", "main", "main", "en"),
        new Fact.LanguageChosen(2, DEMO, CALL, "zh"),
        new Fact.Learned.Remembered(3, DEMO, CALL, 0, Map.of("account", "1", "other", "2")),
        new Fact.Learned.Remembered(4, DEMO, CALL, 1, Map.of("account", "4711")),
        new Fact.QueueEntered(5, DEMO, CALL, 1, SALES, 0, Map.of(), "+49171", ""));
  }

  private ScriptStage stage() {
    Lookups lookups = (name, asked) -> found;
    return new ScriptStage(signals, journal, time, time, Runnable::run, TestScripts.scripts(), Map.of(SALES, "router"), lookups);
  }

  /** The platform dies and comes back. */
  private void restart() {
    signals = new DirectSignals();
    stage = stage();
    journal.replayLive(stage::restore);
    stage.open();
  }

  private void happens(Fact... facts) {
    journal.append(List.of(facts), false, () -> {});
    stage.told(List.of(facts));
  }

  private void annas(AgentState state, @Nullable OfferId offer) {
    happens(new Fact.AgentStateChanged(6, DEMO, ANNA, AgentState.READY, state, "", offer, 6, ""));
  }

  private Outcome ask(ScriptRequest request) {
    CompletableFuture<Outcome> outcome = signals.ask(request).toCompletableFuture();
    assertTrue(outcome.isDone(), request + " is not answered");
    return outcome.join();
  }

  private ScriptRequest.Run stands(ScriptRequest request) {
    Outcome outcome = ask(request);
    assertTrue(outcome instanceof Outcome.Stands, outcome.toString());
    return ((Outcome.Stands) outcome).run();
  }

  private Reason refused(ScriptRequest request) {
    Outcome outcome = ask(request);
    assertTrue(outcome instanceof Outcome.Refused, outcome.toString());
    return ((Outcome.Refused) outcome).reason();
  }

  @Test
  void scriptsAreListedWithTheQueuesThatProposeThem_partsAreNot() {
    assertEquals(new Outcome.Listed(List.of(new ScriptRequest.Listing("router", "路由器", List.of("sales")))), ask(new ScriptRequest.ListScripts(SAM)));
  }

  @Test
  void onlyWhoHasTheCallMayRunIt_fromItsRingingToItsWrapUp() {
    assertEquals(Reason.NOT_YOUR_CALL, refused(new ScriptRequest.Begin(SHE, CALL, "router")));
    OfferId offer = new OfferId(CALL, 1);
    annas(AgentState.RINGING, offer);
    ScriptRequest.Run run = stands(new ScriptRequest.Begin(SHE, CALL, "router"));
    annas(AgentState.WRAP_UP, offer);
    assertEquals(run, stands(new ScriptRequest.Look(SHE, run.run())));
    assertEquals(Reason.NOT_YOUR_CALL, refused(new ScriptRequest.Look(BEN, run.run())));
    assertEquals("灯怎么样，4711？", stands(new ScriptRequest.Look(SAM, run.run())).page().text());
    annas(AgentState.READY, null);
    assertEquals(Reason.NOT_YOUR_CALL, refused(new ScriptRequest.Answer(SHE, run.run(), 1, "dark")));
    assertEquals(Reason.UNKNOWN_RUN, refused(new ScriptRequest.Look(new Asker(new TenantId("other"), "zoe", null, "en"), run.run())));
    happens(new Fact.InteractionClosed(9, DEMO, CALL));
    assertEquals(Reason.UNKNOWN_RUN, refused(new ScriptRequest.Look(SAM, run.run())));
    assertEquals(Reason.UNKNOWN_CALL, refused(new ScriptRequest.Begin(SAM, CALL, "router")));
  }

  @Test
  void whatIsNotThereIsNotBegun() {
    assertEquals(Reason.UNKNOWN_SCRIPT, refused(new ScriptRequest.Begin(SAM, CALL, "nowhere")));
    assertEquals(Reason.UNKNOWN_SCRIPT, refused(new ScriptRequest.Begin(SAM, CALL, "cable")));
    assertEquals(Reason.UNKNOWN_CALL, refused(new ScriptRequest.Begin(new Asker(new TenantId("other"), "zoe", null, "en"), CALL, "router")));
  }

  @Test
  void whoBeginsItTwiceIsInTheSameRun_untilItIsOver() {
    ScriptRequest.Run first = stands(new ScriptRequest.Begin(SAM, CALL, "router"));
    assertEquals(first, stands(new ScriptRequest.Begin(SAM, CALL, "router")));
    stands(new ScriptRequest.Answer(SAM, first.run(), 1, "dark"));
    stands(new ScriptRequest.Answer(SAM, first.run(), 2, "y"));
    assertEquals("done", stands(new ScriptRequest.Answer(SAM, first.run(), 3, "a note")).state());
    assertFalse(first.run().equals(stands(new ScriptRequest.Begin(SAM, CALL, "router")).run()));
  }

  @Test
  void anAnswerIsDurableBeforeItIsAcknowledged_andAKilledPlatformGoesOnAtTheSamePage() {
    String run = stands(new ScriptRequest.Begin(SAM, CALL, "router")).run();
    journal.hold();
    CompletableFuture<Outcome> answered = signals.ask(new ScriptRequest.Answer(SAM, run, 1, "dark")).toCompletableFuture();
    assertFalse(answered.isDone());
    assertEquals(Reason.ANOTHER_PAGE, refused(new ScriptRequest.Answer(SAM, run, 1, "dark")));
    journal.release();
    ScriptRequest.Run acknowledged = ((Outcome.Stands) answered.join()).run();
    restart();
    assertEquals(acknowledged, stands(new ScriptRequest.Look(SAM, run)));
    assertEquals(run, stands(new ScriptRequest.Begin(SAM, CALL, "router")).run());
  }

  @Test
  void aDataSourceIsWaitedFor_butNotForEver() {
    String run = stands(new ScriptRequest.Begin(SAM, CALL, "router")).run();
    stands(new ScriptRequest.Answer(SAM, run, 1, "blinks"));
    CompletableFuture<Outcome> slow = signals.ask(new ScriptRequest.Answer(SAM, run, 2, "20")).toCompletableFuture();
    assertFalse(slow.isDone());
    time.advance(3_000);
    assertEquals("looking_up", ((Outcome.Stands) slow.join()).run().state());
    CompletableFuture<Outcome> waits = signals.ask(new ScriptRequest.Look(SAM, run)).toCompletableFuture();
    assertFalse(waits.isDone());
    found.complete(new Found.Failed("away"));
    assertEquals("何时？", ((Outcome.Stands) waits.join()).run().page().text());
  }
}
