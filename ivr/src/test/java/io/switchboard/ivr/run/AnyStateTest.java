package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.lookup.Found;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may happen in every state: hang-up, a gap of the line, a talk, and every event that comes at the wrong time. */
class AnyStateTest {
  private static final String FLOW = """
      variables: {account: text}
      first: say
      steps:
        say: {play: {prompts: [a], next: ask}}
        ask: {menu: {prompts: [b], keys: {1: wait, 2: out, 3: box, 4: promise, 5: dial, 6: find, 7: weigh, 8: name}, no_key: {then: sorry}}}
        wait: {enqueue: {queue: sales, closed: sorry, emergency: sorry, no_agents: sorry, full: sorry}}
        dial: {collect: {into: account, prompts: [a], digits: 4, no_key: {then: sorry}, next: sorry}}
        find: {lookup: {lookup: account, with: {number: number}, found: sorry, nothing: sorry, failed: sorry}}
        weigh: {wait: {queue: sales, when: [{if: queue_ready > 0, then: wait}], otherwise: sorry}}
        out: {transfer: {number: "+493077777", failed: sorry, next: sorry}}
        promise: {callback: {queue: sales, booked: sorry, refused: sorry}}
        box: {voicemail: {queue: sales, prompts: [c], next: sorry}}
        name: {record: {prompts: [c], into: account, too_short: sorry, next: sorry}}
        sorry: {play: {prompts: [bye], next: end}}
        end: {hangup: {reason: closed}}
      """;

  private static Runs in(RunState state) {
    Runs caller = new Runs(TestFlows.flow(FLOW));
    switch (state) {
      case NEW -> {}
      case SPEAKING -> caller.tell(new RunEvent.Started());
      case ASKING -> caller.tell(new RunEvent.Started()).heard();
      case LISTENING -> caller.tell(new RunEvent.Started()).heard().heard();
      case QUEUED -> caller.tell(new RunEvent.Started()).keys("1");
      case CONNECTED -> caller.tell(new RunEvent.Started()).keys("1").tell(new RunEvent.Connected());
      case TAKING -> caller.tell(new RunEvent.Started()).heard().keys("51");
      case LOOKING_UP -> caller.tell(new RunEvent.Started()).heard().keys("6");
      case WEIGHING -> caller.tell(new RunEvent.Started()).heard().keys("7");
      case TRANSFERRING -> caller.tell(new RunEvent.Started()).heard().keys("2");
      case TRANSFERRED -> caller.tell(new RunEvent.Started()).heard().keys("2").tell(new RunEvent.TransferTalks(1));
      case BOOKING -> caller.tell(new RunEvent.Started()).heard().keys("4");
      case GREETING -> caller.tell(new RunEvent.Started()).heard().keys("3");
      case RECORDING -> caller.tell(new RunEvent.Started()).heard().keys("3").heard();
      case KEEPING -> caller.tell(new RunEvent.Started()).heard().keys("8").heard().tell(new RunEvent.Recorded(1));
      case ENDED -> caller.tell(new RunEvent.Started()).tell(new RunEvent.CallerGone());
      case STEPPING -> throw new IllegalArgumentException("lasts no time");
    }
    assertEquals(state, caller.run.state());
    return caller;
  }

  @ParameterizedTest
  @EnumSource(value = RunState.class, mode = EnumSource.Mode.EXCLUDE, names = "STEPPING")
  void whenTheCallerHangsUp_thenTheRunIsOverAndSaysNothingMore(RunState state) {
    Runs caller = in(state).tell(new RunEvent.CallerGone());
    assertEquals(RunState.ENDED, caller.run.state());
    assertEquals(switch (state) {
      case LISTENING, TAKING -> List.of(new RunEffect.StopTimer());
      case RECORDING -> List.of(new RunEffect.KeepMessage(1, Runs.SALES));
      default -> List.of();
    }, caller.effects);
    for (RunEvent late : everyEvent(caller.run)) {
      assertEquals(RunState.ENDED, caller.tell(late).run.state());
      assertEquals(List.of(), caller.effects, late.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(value = RunState.class, names = {"SPEAKING", "ASKING", "LISTENING"})
  void whenTheLineIsBack_thenTheStepIsRunAgain(RunState state) {
    Runs caller = in(state);
    String step = caller.run.step();
    caller.tell(new RunEvent.Resumed());
    assertEquals(step, caller.run.step());
    assertEquals(List.of(step.equals("say") ? "a" : "b"), caller.said());
  }

  @ParameterizedTest
  @EnumSource(value = RunState.class, names = {"QUEUED", "CONNECTED", "ENDED"})
  void whenTheLineIsBackAndHeIsNotInTheFlow_thenNothingIsPlayed(RunState state) {
    Runs caller = in(state).tell(new RunEvent.Resumed());
    assertEquals(state, caller.run.state());
    assertEquals(List.of(), caller.effects);
    assertEquals(List.of(), caller.moves);
  }

  @ParameterizedTest
  @EnumSource(value = RunState.class, mode = EnumSource.Mode.EXCLUDE, names = {"STEPPING", "ENDED"})
  void whenHeTalks_thenNothingElseMatters(RunState state) {
    assertEquals(RunState.CONNECTED, in(state).tell(new RunEvent.Connected()).run.state());
  }

  @Test
  void whenHisTalkBreaksOffAndTheQueueLetsHimGo_thenTheFlowGoesOn() {
    Runs caller = in(RunState.CONNECTED).tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.EMERGENCY));
    assertEquals(List.of("bye"), caller.said());
  }

  @ParameterizedTest
  @EnumSource(value = RunState.class, mode = EnumSource.Mode.EXCLUDE, names = "STEPPING")
  void whateverComesInWhateverState_thenItIsAnsweredWithoutABug(RunState state) {
    for (RunEvent event : everyEvent(in(state).run)) {
      Runs caller = in(state).tell(event);
      assertTrue(caller.run.state() != RunState.STEPPING, state + " " + event);
    }
  }

  @Test
  void whenAKeyEndsAQuestionAndTheQueueFollows_thenWhatItDidNotCutIsSilenced() {
    assertEquals(new RunEffect.Stop(), in(RunState.ASKING).keys("1").effects.getFirst());
    assertEquals(new RunEffect.StopTimer(), in(RunState.LISTENING).keys("1").effects.getFirst());
  }

  private static List<RunEvent> everyEvent(Run run) {
    return List.of(
        new RunEvent.Started(),
        new RunEvent.Resumed(),
        new RunEvent.KeyPressed('1'),
        new RunEvent.KeyPressed('D'),
        new RunEvent.PlayEnded(run.play(), true),
        new RunEvent.PlayEnded(run.play() + 7, false),
        new RunEvent.TimedOut(run.timer()),
        new RunEvent.TimedOut(run.timer() + 7),
        new RunEvent.Refused(Runs.SALES, QueueRefusal.FULL),
        new RunEvent.LeftQueue(Runs.SALES, QueueExit.EMERGENCY),
        new RunEvent.Connected(),
        new RunEvent.TalkOver(),
        new RunEvent.Resumed(run.errand()),
        new RunEvent.TransferTalks(run.errand()),
        new RunEvent.TransferTalks(run.errand() + 7),
        new RunEvent.TransferOver(run.errand(), TransferEnding.BUSY, 0),
        new RunEvent.TransferOver(run.errand() + 7, TransferEnding.FAILED, 0),
        new RunEvent.QueueTold(new CallSignal.QueueStands(Runs.CALL, Runs.SALES, 3, 2, 1, 5_000)),
        new RunEvent.QueueTold(new CallSignal.QueueStands(Runs.CALL, new QueueId(Runs.TENANT, "other"), 3, 2, 1, 5_000)),
        new RunEvent.LookedUp(run.entered(), new Found.Nothing()),
        new RunEvent.LookedUp(run.entered() + 7, new Found.Failed("late")),
        new RunEvent.CallbackAnswered(true),
        new RunEvent.CallbackAnswered(false),
        new RunEvent.Recorded(run.errand()),
        new RunEvent.Recorded(run.errand() + 7),
        new RunEvent.RecordingKept(run.errand(), true),
        new RunEvent.RecordingKept(run.errand() + 7, false),
        new RunEvent.CallerGone());
  }
}
