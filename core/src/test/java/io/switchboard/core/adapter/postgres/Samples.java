package io.switchboard.core.adapter.postgres;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.ListenEnding;
import io.switchboard.core.ending.OfferEnding;
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
import io.switchboard.core.why.LongerWait;
import io.switchboard.core.why.WaitCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts for tests. */
final class Samples {
  static final TenantId DEMO = new TenantId("demo");
  static final QueueId SALES = QueueId.of("demo", "sales");
  static final AgentId ANN = AgentId.of("demo", "ann");

  private Samples() {}

  static Fact.CallArrived arrived(long atMs, String call) {
    return new Fact.CallArrived(atMs, DEMO, new CallId(call), "+4930100", "+4930555", "张伟", "main", "hotline", "welcome", "en");
  }

  static Fact.StepEntered step(long atMs, String call, String step) {
    return new Fact.StepEntered(atMs, DEMO, new CallId(call), "welcome", "v1", step);
  }

  static Fact.CallEnded ended(long atMs, String call) {
    return new Fact.CallEnded(atMs, DEMO, new CallId(call), Ending.AGENT_HUNG_UP);
  }

  static Fact.InteractionClosed closed(long atMs, String call) {
    return new Fact.InteractionClosed(atMs, DEMO, new CallId(call));
  }

  static Fact.AgentStateChanged agent(long atMs, String name, AgentState from, AgentState to) {
    return new Fact.AgentStateChanged(atMs, DEMO, AgentId.of("demo", name), from, to, "", null, atMs, "ready");
  }

  /** A call of the usual kind, from its arrival to the end of its wrap-up. */
  static List<Fact> wholeCall(long atMs, String id) {
    CallId call = new CallId(id);
    OfferId first = new OfferId(call, 1);
    OfferId second = new OfferId(call, 2);
    Fact.Decision why = new Fact.Decision("longest_idle", 3, 60_000, 8000, "agent_free", 0);
    return List.of(
        arrived(atMs, id),
        step(atMs, id, "menu"),
        new Fact.MenuAnswered(atMs + 2000, DEMO, call, "menu", "1"),
        new Fact.Learned.EntryRefused(atMs + 2000, DEMO, call, "account", "wrong_entry"),
        new Fact.Learned.EntryTaken(atMs + 2000, DEMO, call, "account", "account", false),
        new Fact.Learned.EntryLeft(atMs + 2000, DEMO, call, "pin", "*"),
        new Fact.Learned.Remembered(atMs + 2000, DEMO, call, 1, Map.of("account", "10023", "balance", "-12.5")),
        new Fact.Learned.LookedUp(atMs + 2000, DEMO, call, "find", "balance", "failed", true, "no answer in time"),
        new Fact.Learned.Scored(atMs + 2000, DEMO, call, "score", "csat", 1, true, SALES, ANN, 1, 5),
        new Fact.QueueEntered(atMs + 2000, DEMO, call, 1, SALES, 0, Map.of("sales", 3), "+4930555", "张伟"),
        new Fact.OfferMade(atMs + 3000, DEMO, call, first, SALES, ANN, 15_000, why),
        new Fact.OfferEnded(atMs + 9000, DEMO, call, first, SALES, ANN, OfferEnding.BUSY, 6000),
        new Fact.OfferMade(atMs + 10_000, DEMO, call, second, SALES, ANN, 15_000, why),
        new Fact.OfferRang(atMs + 10_100, DEMO, call, second, ANN),
        new Fact.Connected(atMs + 12_000, DEMO, call, second, SALES, ANN, 10_000, 2000),
        new Fact.TalkEnded(atMs + 72_000, DEMO, call, second, SALES, ANN, Party.AGENT, 60_000),
        ended(atMs + 72_000, id),
        new Fact.WrapUpEnded(atMs + 77_000, DEMO, call, second, SALES, ANN, "timer", 5000),
        closed(atMs + 77_000, id));
  }

  static List<Fact> everyKind() {
    CallId call = new CallId("sb1-1790000000.42");
    List<Fact> facts = new ArrayList<>(wholeCall(1_790_000_000_000L, call.value()));
    facts.add(new Fact.Task.TaskMade(1, DEMO, call, call + "-s9", SALES, "+4917", "Ada", "en", "csat", 1, ANN, 9_000));
    facts.add(new Fact.Task.TaskSeen(2, DEMO, call, call + "-s9", "sam"));
    facts.add(new Fact.Task.TaskDone(3, DEMO, call, call + "-s9", "sam", "called"));
    facts.add(new Fact.CustomerNamed(1, DEMO, call, 7, "ann"));
    facts.add(new Fact.AfterTalk(1, DEMO, call, "agent", "ask"));
    facts.add(new Fact.LanguageChosen(1, DEMO, call, "zh"));
    facts.add(new Fact.QueueRefused(2, DEMO, call, SALES, QueueRefusal.NO_AGENTS));
    facts.add(new Fact.WaitTold(
        3, DEMO, call, SALES, 4, 3, 5, 180_000, 300_000, 240_000, 310_000, WaitCause.FEW_SPECIALISTS, LongerWait.FEWER_AGENTS, 3, 1, 2, 1.5,
        200_000));
    facts.add(new Fact.CallbackBooked(3, DEMO, new CallId("c1+x"), call, SALES, "+4917012345", "Ada", "en", "caller"));
    facts.add(new Fact.CustomerNamed(3, DEMO, call, 7, "anna"));
    facts.add(new Fact.Dial.DialBegun(
        3, DEMO, new CallId("dial.x"), new OfferId(new CallId("dial.x"), 1), SALES, AgentId.of("demo", "anna"), "+4917012345", false, "en",
        "+4930100", 20_000, 45_000));
    facts.add(new Fact.Dial.DialPlaced(4, DEMO, new CallId("dial.x"), new OfferId(new CallId("dial.x"), 1), AgentId.of("demo", "anna")));
    facts.add(new Fact.Dial.DialEnded(
        5, DEMO, new CallId("dial.x"), new OfferId(new CallId("dial.x"), 1), SALES, AgentId.of("demo", "anna"), "+4917012345", DialResult.BUSY, 17,
        1));
    facts.add(new Fact.CallbackDue(3, DEMO, new CallId("c1+x"), SALES, 300_000, 1, "busy"));
    facts.add(new Fact.CallbackReached(3, DEMO, new CallId("c1+x"), SALES, new OfferId(new CallId("c1+x"), 2)));
    facts.add(new Fact.QueueLeft(3, DEMO, call, SALES, QueueExit.ABANDONED, 7000));
    facts.add(new Fact.Errand.TransferStarted(3, DEMO, call, 1, "+4930200", "+4930100", 30_000));
    facts.add(new Fact.Errand.TransferConnected(4, DEMO, call, 1, "+4930200"));
    facts.add(new Fact.Errand.TransferEnded(5, DEMO, call, 1, "+4930200", TransferEnding.CALLED_PARTY_HUNG_UP, 1_000));
    facts.add(new Fact.Errand.VoicemailBegun(6, DEMO, call, 2, SALES, "+4930555"));
    facts.add(new Fact.Errand.VoicemailLeft(7, DEMO, call, 2, SALES, "recordings/voicemail/demo/x-2.wav", 9_000, "+4930555"));
    facts.add(new Fact.Errand.VoicemailDropped(7, DEMO, call, 3, SALES, 900));
    facts.add(new Fact.Errand.VoicemailHeard(8, DEMO, call, 2, "ann"));
    facts.add(new Fact.Errand.VoicemailDone(9, DEMO, call, 2, "ann"));
    facts.add(new Fact.Errand.RecordingBegun(9, DEMO, call, 4, "name", 1_000));
    facts.add(new Fact.Errand.RecordingKept(9, DEMO, call, 4, "recordings/calls/demo/x-4.wav", 1_900));
    facts.add(new Fact.Errand.RecordingDropped(9, DEMO, call, 5, 200));
    Fact.Place place = new Fact.Place("router", "light", Map.of("minutes", "5"), Map.of("light", 1));
    facts.add(new Fact.Scripted.ScriptBegun(9, DEMO, call, "c1-1", "router", "0f", "ann"));
    facts.add(new Fact.Scripted.PageShown(9, DEMO, call, "c1-1", 1, List.of(place)));
    facts.add(new Fact.Scripted.PageAnswered(9, DEMO, call, "c1-1", 1, "router/light", "no-light", "ann"));
    facts.add(new Fact.Scripted.NoteWritten(9, DEMO, call, "c1-1", 2, "two\nlines", "ann"));
    facts.add(new Fact.Scripted.AnswersTakenBack(9, DEMO, call, "c1-1", 1, "ann"));
    facts.add(new Fact.Scripted.ScriptAsked(9, DEMO, call, "c1-1", "account", 1, List.of(place, place)));
    facts.add(new Fact.Scripted.ScriptTold(9, DEMO, call, "c1-1", "account", 1, "failed", "time"));
    facts.add(new Fact.Scripted.OutcomeReached(9, DEMO, call, "c1-1", "router", "solved", "ann"));
    facts.add(new Fact.Scripted.ScriptBroken(9, DEMO, call, "c1-1", "gone"));
    facts.add(agent(4, "ann", AgentState.READY, AgentState.NOT_READY));
    facts.add(new Fact.AgentStateChanged(
        5, DEMO, ANN, AgentState.READY, AgentState.RINGING, "", new OfferId(call, 1), 4, "not_ready:lunch"));
    facts.add(new Fact.AgentStateChanged(
        5, DEMO, ANN, AgentState.RESERVED, AgentState.WRAP_UP, "", new OfferId(call, 1), 4, "", 1, Fact.Workload.NONE, "sam",
        new Fact.Terms(4, 90_000, 2, true, 3, new Fact.Break("lunch", 100_000, 1_800_000, 600_000))));
    facts.add(new Fact.CallHeld(5, DEMO, call, new OfferId(call, 2), SALES, ANN));
    facts.add(new Fact.CallHeld(5, DEMO, call, new OfferId(call, 2), SALES, ANN, true));
    OfferId third = new OfferId(call, 3);
    facts.add(new Fact.InTalk.ConsultBegun(5, DEMO, call, new OfferId(call, 2), ANN, third, ANN, SALES, "", 15_000));
    facts.add(new Fact.InTalk.ConsultBegun(5, DEMO, call, new OfferId(call, 2), ANN, third, null, null, "+498912345", 45_000));
    facts.add(new Fact.InTalk.ConsultRang(5, DEMO, call, new OfferId(call, 2), third, ANN));
    facts.add(new Fact.InTalk.ConsultJoined(5, DEMO, call, new OfferId(call, 2), third, ANN, 3_000));
    facts.add(new Fact.InTalk.ConsultEnded(5, DEMO, call, new OfferId(call, 2), third, null, OfferEnding.BUSY, 0));
    facts.add(new Fact.InTalk.Conferenced(5, DEMO, call, new OfferId(call, 2), third));
    facts.add(new Fact.InTalk.HandedOn(5, DEMO, call, new OfferId(call, 2), ANN, third, ANN, null, ""));
    facts.add(new Fact.CustomerNamed(5, DEMO, call, 7, "ann"));
    facts.add(new Fact.MicrophoneSwitched(5, DEMO, call, new OfferId(call, 2), ANN, true));
    facts.add(new Fact.Listening.ListenBegun(5, DEMO, call, new OfferId(call, 2), ANN, third, ANN, ListenMode.LISTEN, true, 20_000));
    facts.add(new Fact.Listening.ListenJoined(5, DEMO, call, third, ANN, ANN, ListenMode.LISTEN));
    facts.add(new Fact.Listening.ListenChanged(5, DEMO, call, third, ANN, ANN, ListenMode.BARGE, false));
    facts.add(new Fact.Listening.ListenEnded(5, DEMO, call, third, ANN, ANN, ListenEnding.TALK_OVER, 7));
    facts.add(new Fact.TalkRecording.TalkRecordingAsked(5, DEMO, call, 1, SALES, "recordings/talking/demo~x-1.raw", "ann"));
    facts.add(new Fact.TalkRecording.TalkRecordingBegun(5, DEMO, call, 1, SALES, ANN));
    facts.add(new Fact.TalkRecording.TalkRecordingPaused(5, DEMO, call, 1, ANN, "agent"));
    facts.add(new Fact.TalkRecording.TalkRecordingResumed(5, DEMO, call, 1, ANN, "agent"));
    facts.add(new Fact.TalkRecording.TalkRecordingEnded(5, DEMO, call, 1, SALES, "recordings/talks/demo/x-1.wav", 5_000));
    facts.add(new Fact.TalkRecording.TalkRecordingRefused(5, DEMO, call, 0, SALES, "consent_refused"));
    facts.add(new Fact.TalkRecording.TalkRecordingRemoved(5, DEMO, call, 1, "time"));
    facts.add(new Fact.CallResumed(6, DEMO, call, new OfferId(call, 2), SALES, ANN, 1));
    facts.add(new Fact.WrapUpCoded(6, DEMO, call, new OfferId(call, 2), SALES, ANN, "solved", "a note\nof two lines"));
    facts.add(new Fact.AgentSkillsSet(6, DEMO, ANN, Map.of("sales", 9), "sue"));
    facts.add(new Fact.ClosureSwitched(6, DEMO, null, true, "sue"));
    facts.add(new Fact.ClosureSwitched(7, DEMO, SALES, false, "sue"));
    return facts;
  }
}
