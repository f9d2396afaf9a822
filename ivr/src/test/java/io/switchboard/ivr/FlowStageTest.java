package io.switchboard.ivr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.line.Destinations;
import io.switchboard.core.line.FakeLine.Command;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.Sound;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.time.Hours;
import io.switchboard.core.time.ManualTime;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.message.MemoryMessageFiles;
import io.switchboard.ivr.message.MessageFiles;
import io.switchboard.ivr.message.Messages;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.prompt.Prompts;
import io.switchboard.ivr.prompt.Speech;
import io.switchboard.ivr.run.Outward;
import io.switchboard.ivr.verb.OpeningHours;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.Voicemail;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class FlowStageTest {
  private static final TenantId TENANT = new TenantId("demo");
  private static final CallId CALL = new CallId("1.1");
  private static final QueueId SALES = new QueueId(TENANT, "sales");
  private static final String FLOW = """
      first: say
      steps:
        say: {play: {prompts: [a], next: ask}}
        ask: {menu: {prompts: [b], keys: {1: wait, 2: look}, no_key: {repeats: 0, then: end}}}
        wait: {enqueue: {queue: sales, closed: sorry, emergency: sorry, no_agents: sorry, full: sorry}}
        look: {hours: {hours: always, open: wait, closed: end}}
        sorry: {play: {prompts: [bye], next: end}}
        end: {hangup: {reason: closed}}
      """;

  /** Speaks at once, unless a text is held back or refused. */
  private static final class FakeSpeech implements Speech {
    final Map<String, CompletableFuture<Sound>> held = new HashMap<>();

    @Override
    public CompletionStage<Sound> say(String language, String text) {
      CompletableFuture<Sound> later = held.get(text);
      return later != null ? later : CompletableFuture.completedStage(new Sound(text));
    }

    @Override
    public CompletionStage<Sound> passing(String language, String text) {
      return say(language, text);
    }

    @Override
    public CompletionStage<Sound> recording(Path wav) {
      return CompletableFuture.completedStage(new Sound(wav.toString()));
    }
  }

  private static final Outward OUTWARD = new Outward(
      List.of("first", "second"), Map.of(TENANT, new Outward.Rules(Destinations.UNLISTED, false)));

  private final MemoryMessageFiles files = new MemoryMessageFiles();
  private final DirectSignals signals = new DirectSignals();
  private final MemoryJournal journal = new MemoryJournal();
  private final FakeLine line = new FakeLine();
  private final ManualTime time = new ManualTime(1_000);
  private final FakeSpeech speech = new FakeSpeech();
  private final FlowStage stage = stage(signals, line, FLOW);

  /** A data source that knows nothing. */
  private static final Lookups LOOKUPS = (name, asked) -> CompletableFuture.completedStage(new Found.Nothing());

  FlowStageTest() {
    stage.open();
  }

  private FlowStage stage(DirectSignals over, FakeLine on, String flow) {
    Flows flows = new Flows(Map.of("test", TestFlows.flow(flow)), Map.of(new TenantId("demo"), Map.of("always", Hours.always())));
    return new FlowStage(over, journal, on, time, time, Runnable::run, flows, prompts(), OUTWARD, new Messages(files, journal, time, Runnable::run), LOOKUPS);
  }

  private Prompts prompts() {
    return prompts(TestFlows.PROMPTS);
  }

  private Prompts prompts(PromptBook book) {
    return new Prompts(book, speech, Map.of("position", List.of("3", "99")));
  }

  private static CallSignal.Admitted admission(CallId call, String flow) {
    return new CallSignal.Admitted(call, TENANT, flow, "en", "+49", "+4930123", "Ada");
  }

  private void admitted() {
    journal.append(List.of(new Fact.CallArrived(1, TENANT, CALL, "+49", "+4930123", "Ada", "t", "main", "test", "en")), true, () -> {});
    arrives(CALL);
    signals.send(admission(CALL, "test"));
  }

  private void arrives(CallId call) {
    signals.send(new LineEvent.CallArrived(call, "+49", "+4930123", "Ada", "t"));
  }

  private void key(char key) {
    signals.send(new LineEvent.KeyPressed(CALL, key));
  }

  private static LineEvent.Restored restored(CallId... calls) {
    List<LineEvent.LiveCall> live = java.util.Arrays.stream(calls)
        .map(call -> new LineEvent.LiveCall(new LineEvent.CallArrived(call, "+49", "+4930123", "Ada", "t"))).toList();
    return new LineEvent.Restored(live, List.of(), Set.of());
  }

  private List<String> played() {
    return line.commands(Command.Play.class).stream().flatMap(play -> play.sounds().stream()).map(Sound::file).toList();
  }

  private List<Ending> endings() {
    return signals.sent(CallSignal.FlowEnded.class).stream().map(CallSignal.FlowEnded::ending).toList();
  }

  @Test
  void whenAKeyIsPressedBeforeTheArrivalIsWritten_thenItIsKeptForTheFirstMenu() {
    arrives(CALL);
    key('1');
    signals.send(admission(CALL, "test"));
    assertEquals(1, signals.sent(CallSignal.Enqueue.class).size());
  }

  @Test
  void whenTheCallerIsGoneBeforeTheArrivalIsWritten_thenNoFlowBegins() {
    arrives(CALL);
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    signals.send(admission(CALL, "test"));
    assertEquals(List.of(), played());
    assertEquals(List.of(), journal.facts());
  }

  @Test
  void whenAFlowTransfers_thenTheCallIsToldFirst_andTheLineDials_andTheFlowGoesOnAfterTheTalk() {
    FlowStage other = stage(signals, line, """
        first: out
        steps:
          out: {transfer: {number: "+4930777777", failed: end, next: sorry}}
          sorry: {play: {prompts: [bye], next: end}}
          end: {hangup: {reason: transferred}}
        """);
    other.open();
    admitted();
    assertEquals(List.of(new CallSignal.Transferring(CALL, 1, "+4930777777")), signals.sent(CallSignal.Transferring.class));
    assertEquals(
        List.of(new Command.Transferring(new Line.Transfer(
            CALL, 1, new Phone.Number("+4930777777", List.of("first", "second")), "+49", 30_000))),
        line.commands(Command.Transferring.class));
    signals.send(new LineEvent.TransferConnected(CALL, 1));
    signals.send(new LineEvent.TransferEnded(CALL, 1, TransferEnding.CALLED_PARTY_HUNG_UP, 5_000));
    assertEquals("en bye", played().getLast());
  }

  @Test
  void whenHeHangsUpInHisMessage_thenItIsAMessageOfHisQueue_andATooShortOneIsNone() {
    for (long ms : new long[] {8_000, 1_999}) {
      DirectSignals over = new DirectSignals();
      FakeLine on = new FakeLine();
      stage(over, on, """
          first: box
          steps:
            box: {voicemail: {queue: sales, prompts: [a], next: end}}
            end: {hangup: {reason: flow_ended}}
          """).open();
      over.send(new LineEvent.CallArrived(CALL, "+49", "+4930123", "Ada", "t"));
      over.send(admission(CALL, "test"));
      over.send(new LineEvent.PlayEnded(CALL, 1, true));
      MessageFiles.Name name = new MessageFiles.Name(TENANT, CALL, 1);
      assertEquals(
          List.of(new Command.Records(new Line.Recording(CALL, 1, files.incoming(name), 180_000, Voicemail.SILENCE_MS))),
          on.commands(Command.Records.class));
      files.in.put(name, ms);
      over.send(new LineEvent.CallerGone(CALL, Party.CALLER));
      assertEquals(
          ms < Messages.LEAST_MS ? new Fact.Errand.VoicemailDropped(1_000, TENANT, CALL, 1, SALES, ms)
              : new Fact.Errand.VoicemailLeft(1_000, TENANT, CALL, 1, SALES, files.kept(name), ms, "+4930123"),
          journal.facts().getLast());
      assertEquals(Map.of(), files.in);
    }
    assertEquals(1, files.kept.size());
  }

  @Test
  void whatHeSaysForHisCallIsKept_andTheFlowGoesOn_butNotWhenItIsTooShort() {
    for (long ms : new long[] {1_000, 999}) {
      DirectSignals over = new DirectSignals();
      FakeLine on = new FakeLine();
      stage(over, on, """
          variables: {said: text}
          first: say
          steps:
            say: {record: {prompts: [a], most_s: 10, silence_s: 3, into: said, too_short: short, next: end}}
            short: {hangup: {reason: no_agents}}
            end: {hangup: {reason: flow_ended}}
          """).open();
      over.send(new LineEvent.CallArrived(CALL, "+49", "+4930123", "Ada", "t"));
      over.send(admission(CALL, "test"));
      over.send(new LineEvent.PlayEnded(CALL, 1, true));
      MessageFiles.Name name = new MessageFiles.Name(TENANT, CALL, 1, MessageFiles.Kind.STATEMENT);
      assertEquals(List.of(new Command.Records(new Line.Recording(CALL, 1, files.incoming(name), 10_000, 3_000))),
          on.commands(Command.Records.class));
      files.in.put(name, ms);
      over.send(new LineEvent.RecordingEnded(CALL, 1));
      assertEquals(List.of(ms < 1_000 ? Ending.NO_AGENTS : Ending.FLOW_ENDED),
          over.sent(CallSignal.FlowEnded.class).stream().map(CallSignal.FlowEnded::ending).toList());
      Fact fact = ms < 1_000 ? new Fact.Errand.RecordingDropped(1_000, TENANT, CALL, 1, ms)
          : new Fact.Errand.RecordingKept(1_000, TENANT, CALL, 1, files.kept(name), ms);
      assertTrue(journal.facts().contains(fact), journal.facts().toString());
      assertEquals(Map.of(), files.in);
    }
    assertEquals(1, files.kept.size());
  }

  @Test
  void fromTheWelcomeToTheQueue() {
    admitted();
    signals.send(new LineEvent.PlayEnded(CALL, 1, true));
    key('1');
    assertEquals(List.of("en a", "en b"), played());
    assertEquals(List.of(new CallSignal.Enqueue(CALL, SALES, 0, Map.of(), "+4930123", "Ada")), signals.sent(CallSignal.Enqueue.class));
    signals.send(new CallSignal.Refused(CALL, SALES, QueueRefusal.CLOSED));
    signals.send(new LineEvent.PlayEnded(CALL, 3, true));
    assertEquals(List.of(Ending.CLOSED), endings());
  }

  @Test
  void whenHeIsAdmittedTwice_thenHisRunGoesOn() {
    admitted();
    signals.send(admission(CALL, "test"));
    assertEquals(List.of("en a"), played());
  }

  @Test
  void whenFactsAreNotDurableYet_thenNothingIsPlayed() {
    journal.hold();
    admitted();
    assertEquals(List.of(), line.commands);
    journal.release();
    assertEquals(List.of("en a"), played());
  }

  @Test
  void whenHeHangsUpBeforeTheFactsAreDurable_thenHeIsNotEnqueued() {
    admitted();
    journal.hold();
    key('1');
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    journal.release();
    assertEquals(List.of(), signals.sent(CallSignal.Enqueue.class));
  }

  @Test
  void whenHeHangsUpBeforeHisWishToBeCalledBackIsDurable_thenItIsStillHandedOn() {
    stage(signals, line, """
        first: ask
        steps:
          ask: {menu: {prompts: [a], keys: {1: promise}, no_key: {then: end}}}
          promise: {callback: {queue: sales, booked: end, refused: end}}
          end: {hangup: {reason: callback_booked}}
        """).open();
    admitted();
    journal.hold();
    key('1');
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    assertEquals(List.of(), signals.sent(CallSignal.RequestCallback.class));
    journal.release();
    assertEquals(List.of(new CallSignal.RequestCallback(CALL, SALES, "+4930123", "Ada", "en")), signals.sent(CallSignal.RequestCallback.class));
    assertEquals(List.of(), endings());
  }

  @Test
  void whenNoKeyComesInTime_thenTheMenuGivesUp() {
    admitted();
    signals.send(new LineEvent.PlayEnded(CALL, 1, true));
    signals.send(new LineEvent.PlayEnded(CALL, 2, true));
    time.advance(4_999);
    assertEquals(List.of(), endings());
    time.advance(1);
    assertEquals(List.of(Ending.CLOSED), endings());
  }

  @Test
  void whenAKeyComesInTime_thenTheTimerNeverRings() {
    admitted();
    signals.send(new LineEvent.PlayEnded(CALL, 1, true));
    signals.send(new LineEvent.PlayEnded(CALL, 2, true));
    key('1');
    time.advance(60_000);
    assertEquals(List.of(), endings());
  }

  @Test
  void whileHeWaits_thenAnnouncementsAreSaidInHisLanguage() {
    admitted();
    key('1');
    signals.send(new CallSignal.Announcement(CALL, "queue-position", Map.of("position", "3")));
    assertEquals(List.of(new Command.Announce(CALL, List.of(new Sound("en 3")))), line.commands(Command.Announce.class));
  }

  @Test
  void whileHeTalksOrIsInTheMenu_thenNothingIsAnnounced() {
    admitted();
    signals.send(new CallSignal.Announcement(CALL, "a", Map.of()));
    key('1');
    signals.send(new CallSignal.Connected(CALL, SALES, new io.switchboard.core.id.OfferId(CALL, 1),
        new io.switchboard.core.id.AgentId(TENANT, "bob")));
    signals.send(new CallSignal.Announcement(CALL, "a", Map.of()));
    assertEquals(List.of(), line.commands(Command.Announce.class));
  }

  @Test
  void whenAnAnnouncementIsReadyTooLate_thenItIsNotSaid() {
    CompletableFuture<Sound> slow = new CompletableFuture<>();
    speech.held.put("en 99", slow);
    admitted();
    key('1');
    signals.send(new CallSignal.Announcement(CALL, "queue-position", Map.of("position", "99")));
    signals.send(new CallSignal.LeftQueue(CALL, SALES, QueueExit.EMERGENCY));
    slow.complete(new Sound("late"));
    assertEquals(List.of(), line.commands(Command.Announce.class));
  }

  @Test
  void whenAnAnnouncementCannotBeSaid_thenHeWaitsOn() {
    admitted();
    key('1');
    signals.send(new CallSignal.Announcement(CALL, "nonsense", Map.of()));
    signals.send(new CallSignal.Announcement(CALL, "queue-position", Map.of()));
    assertEquals(List.of(), line.commands(Command.Announce.class));
    assertEquals(List.of(), endings());
  }

  @Test
  void whenAPromptIsMadeLate_thenItIsPlayedUnlessHeHasGoneOn() {
    CompletableFuture<Sound> slow = new CompletableFuture<>();
    speech.held.put("en a", slow);
    admitted();
    key('9');
    slow.complete(new Sound("late"));
    assertEquals(List.of("en wrong-key", "en b"), played());
  }

  @Test
  void whenAPromptCannotBeMade_thenTheFlowGoesOn() {
    speech.held.put("en a", CompletableFuture.failedFuture(new java.io.IOException("no espeak")));
    admitted();
    assertEquals(List.of("en b"), played());
  }

  @Test
  void whenHeIsGone_thenLateNewsIsIgnored() {
    admitted();
    signals.send(new LineEvent.CallerGone(CALL, Party.CALLER));
    key('1');
    signals.send(new LineEvent.PlayEnded(CALL, 1, true));
    assertEquals(List.of(), endings());
    assertEquals(1, line.commands.size());
  }

  @Test
  void whenThereIsNoSuchFlow_thenOnlyThisCallFails() {
    arrives(new CallId("2.2"));
    signals.send(admission(new CallId("2.2"), "nonsense"));
    admitted();
    assertEquals(List.of(Ending.FAILED), endings());
    assertEquals(List.of("en a"), played());
  }

  @Test
  void whenAStepHasABug_thenOnlyThisCallFails() {
    Flow proven = TestFlows.flow(FLOW);
    Map<String, Step> steps = new HashMap<>(proven.steps());
    steps.remove("end"); // the checker would have seen it
    steps.put("look", new OpeningHours("always", "end", "end"));
    stage.publish(
        new Flows(Map.of("test", new Flow("test", "broken", proven.first(), steps)), Map.of()), prompts(), OUTWARD);
    CallId other = new CallId("2.2");
    arrives(other);
    signals.send(admission(other, "test"));
    admitted();
    signals.send(new LineEvent.KeyPressed(other, '2'));
    assertEquals(List.of(new CallSignal.FlowEnded(other, Ending.FAILED)), signals.sent(CallSignal.FlowEnded.class));
    key('1');
    assertEquals(1, signals.sent(CallSignal.Enqueue.class).size());
  }

  @Test
  void whenNewFlowsArePublished_thenCallsUnderWayStayOnTheirs() {
    admitted();
    stage.publish(new Flows(Map.of("test", TestFlows.flow(FLOW.replace("[b]", "[c]").replace("[a]", "[c]"))), Map.of()), prompts(), OUTWARD);
    signals.send(new LineEvent.PlayEnded(CALL, 1, true));
    arrives(new CallId("2.2"));
    signals.send(admission(new CallId("2.2"), "test"));
    assertEquals(List.of("en a", "en b", "en c"), played());
    key('2');
    assertEquals(1, signals.sent(CallSignal.Enqueue.class).size(), "his version's hours are still known");
  }

  /** The words of a newer release: every prompt of the same name says something else. */
  private Prompts otherWords() {
    Map<String, Map<String, Prompt>> byLanguage = new HashMap<>();
    TestFlows.PROMPTS.all().forEach(prompt -> byLanguage.computeIfAbsent(prompt.language(), language -> new HashMap<>())
        .put(prompt.id(), new Prompt(prompt.language(), prompt.id(), "new " + prompt.text(), Optional.empty())));
    return prompts(new PromptBook(byLanguage));
  }

  @Test
  void whenNewPromptsArePublished_thenCallsUnderWayStayOnTheirs() {
    admitted();
    stage.publish(new Flows(Map.of("test", TestFlows.flow(FLOW)), Map.of(), 2), otherWords(), OUTWARD);
    signals.send(new LineEvent.PlayEnded(CALL, 1, true));
    arrives(new CallId("2.2"));
    signals.send(admission(new CallId("2.2"), "test"));
    assertEquals(List.of("en a", "en b", "new en a"), played());
    assertEquals(List.of(0, 0, 2), journal.facts().stream().filter(Fact.StepEntered.class::isInstance)
        .map(fact -> ((Fact.StepEntered) fact).release()).toList());
  }

  @Test
  void whenThePlatformDied_thenACallGoesOnByTheReleaseThatItIsOn() {
    stage.publish(new Flows(Map.of("test", TestFlows.flow(FLOW)), Map.of(), 7), prompts(), OUTWARD);
    admitted();
    signals.send(new LineEvent.PlayEnded(CALL, 1, true));
    String elsewhere = FLOW.replace("[b]", "[c]");
    Map<Integer, Edition> former = Map.of(7, new Edition(new Flows(Map.of("test", TestFlows.flow(FLOW)), Map.of(), 7), otherWords()));
    assertEquals(List.of("new en b"), afterRestart(elsewhere, former), "its flow, in its words");
    assertEquals(List.of("en c"), afterRestart(elsewhere, Map.of()), "its release cannot be read: by the flows in force");
  }

  /** What he hears when a platform with this flow in force is back. */
  private List<String> afterRestart(String inForce, Map<Integer, Edition> former) {
    DirectSignals later = new DirectSignals();
    FakeLine again = new FakeLine();
    FlowStage next = stage(later, again, inForce);
    List.copyOf(journal.facts()).forEach(next::restore);
    next.open(former);
    later.send(restored(CALL));
    return again.commands.stream().filter(Command.Play.class::isInstance)
        .flatMap(play -> ((Command.Play) play).sounds().stream()).map(Sound::file).toList();
  }

  @Test
  void whenTheLineIsBack_thenTheStepIsRunAgainAndWhoIsMissingIsGone() {
    admitted();
    CallId other = new CallId("2.2");
    arrives(other);
    signals.send(admission(other, "test"));
    signals.send(restored(CALL));
    assertEquals(List.of("en a", "en a", "en a"), played());
    signals.send(new LineEvent.KeyPressed(other, '1'));
    assertEquals(List.of(), signals.sent(CallSignal.Enqueue.class));
  }

  @Test
  void whenThePlatformDiedInAMenu_thenTheQuestionIsAskedAgain() {
    admitted();
    signals.send(new LineEvent.PlayEnded(CALL, 1, true));
    DirectSignals later = new DirectSignals();
    FakeLine again = new FakeLine();
    FlowStage next = stage(later, again, FLOW);
    journal.facts().forEach(next::restore);
    next.open();
    later.send(admission(CALL, "test"));
    assertEquals(List.of(), again.commands, "before the line tells who is there nothing is said");
    later.send(restored(CALL));
    assertEquals(List.of(new Command.Play(CALL, List.of(new Sound("en b")), 1)), again.commands);
    later.send(new LineEvent.KeyPressed(CALL, '1'));
    assertEquals(1, later.sent(CallSignal.Enqueue.class).size());
  }

  @Test
  void whenThePlatformDiedAndHeHungUpMeanwhile_thenNothingIsSaid() {
    admitted();
    DirectSignals later = new DirectSignals();
    FakeLine again = new FakeLine();
    FlowStage next = stage(later, again, FLOW);
    journal.facts().forEach(next::restore);
    next.open();
    later.send(restored());
    assertTrue(again.commands.isEmpty());
  }
}
