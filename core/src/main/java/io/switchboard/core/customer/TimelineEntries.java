package io.switchboard.core.customer;

import io.switchboard.core.customer.CustomerHistory.Entry;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.interaction.Statement;
import io.switchboard.core.interaction.Voicemail;
import io.switchboard.core.journal.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the entries of a timeline of the facts of interactions: what tells of the customer, not what the machine did meanwhile. */
public final class TimelineEntries {
  private TimelineEntries() {}

  /** In the order of the facts. */
  public static List<Entry> of(List<Fact> facts) {
    return facts.stream().flatMap(TimelineEntries::entry).toList();
  }

  private static Stream<Entry> entry(Fact fact) {
    return switch (fact) {
      case Fact.CallArrived f -> one(f, "call", null, null, "arrived", Map.of("called", f.called(), "entry_point", f.entryPoint(), "caller", f.caller()));
      case Fact.CallEnded f -> one(f, "call", null, null, low(f.ending()), Map.of());
      case Fact.LanguageChosen f -> one(f, "ivr", null, null, "language", Map.of("language", f.language()));
      case Fact.MenuAnswered f -> one(f, "ivr", null, null, "chosen", Map.of("step", f.step(), "answer", f.answer()));
      case Fact.QueueRefused f -> one(f, "queue", f.queue(), null, low(f.reason()), Map.of());
      case Fact.QueueEntered f -> one(f, "queue", f.queue(), null, "entered", Map.of("visit", Integer.toString(f.visit())));
      case Fact.QueueLeft f -> one(f, "queue", f.queue(), null, low(f.exit()), ms("wait_ms", f.waitMs()));
      case Fact.OfferEnded f -> one(f, "offer", f.queue(), f.agent(), low(f.ending()), ms("ringing_ms", f.ringingMs()));
      case Fact.Connected f -> one(f, "talk", f.queue(), f.agent(), "begun", ms("wait_ms", f.waitMs()));
      case Fact.TalkEnded f ->
          one(f, "talk", f.queue(), f.agent(), "ended", Map.of("talk_ms", text(f.talkMs()), "held_ms", text(f.heldMs()), "ended_by", low(f.by())));
      case Fact.WrapUpCoded f ->
          one(f, "talk", f.queue(), f.agent(), "coded", f.note().isEmpty() ? Map.of("code", f.code()) : Map.of("code", f.code(), "text", f.note()));
      case Fact.CustomerNamed f -> by(f, "call", f.by(), "customer_named", "");
      case Fact.InTalk.ConsultBegun f -> one(f, "transfer", f.queue(), f.by(), "consulted", to(f.agent(), f.number()));
      case Fact.InTalk.HandedOn f -> one(f, "transfer", f.queue(), f.by(), "handed_on", to(f.agent(), f.number()));
      case Fact.CallbackBooked f -> one(f, "callback", f.queue(), null, "booked", Map.of("from", f.from().value(), "asked_by", f.by(), "number", f.number()));
      case Fact.CallbackReached f -> one(f, "callback", f.queue(), null, "reached", Map.of());
      case Fact.Dial dial -> dial(dial);
      case Fact.Errand errand -> errand(errand);
      case Fact.Learned learned -> learned(learned);
      case Fact.TalkRecording recording -> recorded(recording);
      case Fact.Task task -> task(task);
      case Fact.Scripted scripted -> scripted(scripted);
      default -> Stream.empty();
    };
  }

  private static Stream<Entry> dial(Fact.Dial dial) {
    return switch (dial) {
      case Fact.Dial.DialBegun f -> one(f, "dial", f.queue(), f.agent(), "dialled", Map.of("number", f.number()));
      case Fact.Dial.DialPlaced f -> Stream.empty();
      case Fact.Dial.DialEnded f -> one(f, "dial", f.queue(), f.agent(), low(f.result()), ms("ringing_ms", f.ringingMs()));
    };
  }

  private static Stream<Entry> errand(Fact.Errand errand) {
    return switch (errand) {
      case Fact.Errand.TransferStarted f -> one(f, "transfer", null, null, "dialled", Map.of("to", f.number()));
      case Fact.Errand.TransferEnded f -> one(f, "transfer", null, null, low(f.ending()), Map.of("to", f.number(), "talk_ms", text(f.talkMs())));
      case Fact.Errand.VoicemailLeft f ->
          one(f, "voicemail", f.queue(), null, "left", Map.of("message", Voicemail.id(f.call(), f.message()), "length_ms", text(f.ms())));
      case Fact.Errand.VoicemailDone f -> by(f, "voicemail", f.by(), "done", f.note());
      case Fact.Errand.RecordingKept f ->
          one(f, "recording", null, null, "kept", Map.of("recording", Statement.id(f.call(), f.recording()), "length_ms", text(f.ms())));
      default -> Stream.empty();
    };
  }

  private static Stream<Entry> recorded(Fact.TalkRecording recording) {
    return switch (recording) {
      case Fact.TalkRecording.TalkRecordingAsked f -> Stream.empty();
      case Fact.TalkRecording.TalkRecordingBegun f -> one(f, "recording", f.queue(), f.agent(), "begun", Map.of());
      case Fact.TalkRecording.TalkRecordingPaused f -> one(f, "recording", null, f.agent(), "paused", Map.of());
      case Fact.TalkRecording.TalkRecordingResumed f -> one(f, "recording", null, f.agent(), "resumed", Map.of());
      case Fact.TalkRecording.TalkRecordingEnded f when f.file().isEmpty() -> Stream.empty();
      case Fact.TalkRecording.TalkRecordingEnded f -> one(
          f, "recording", f.queue(), null, "kept", Map.of("recording", f.call() + "-talk-" + f.recording(), "length_ms", text(f.ms())));
      case Fact.TalkRecording.TalkRecordingRefused f -> one(f, "recording", f.queue(), null, f.why(), Map.of());
      case Fact.TalkRecording.TalkRecordingRemoved f -> one(f, "recording", null, null, "removed", Map.of());
    };
  }

  private static Stream<Entry> learned(Fact.Learned learned) {
    return switch (learned) {
      case Fact.Learned.LookedUp f -> one(f, "ivr", null, null, f.outcome(), Map.of("step", f.step(), "lookup", f.lookup()));
      case Fact.Learned.Scored f ->
          one(f, "survey", f.queue(), f.agent(), f.bad() ? "bad" : "good", Map.of("survey", f.survey(), "score", Integer.toString(f.score())));
      default -> Stream.empty();
    };
  }

  private static Stream<Entry> task(Fact.Task task) {
    return switch (task) {
      case Fact.Task.TaskMade f -> one(f, "task", f.queue(), f.agent(), "made", Map.of("task", f.task(), "due_at_ms", text(f.dueMs())));
      case Fact.Task.TaskDone f -> by(f, "task", f.by(), "done", f.note());
      case Fact.Task.TaskSeen f -> by(f, "task", f.by(), "seen", "");
    };
  }

  private static Stream<Entry> scripted(Fact.Scripted scripted) {
    return switch (scripted) {
      case Fact.Scripted.NoteWritten f -> by(f, "note", f.by(), "written", f.text());
      case Fact.Scripted.OutcomeReached f ->
          Stream.of(new Entry(f.atMs(), "script", f.call(), "", f.by(), f.code(), Map.of("script", f.script())));
      default -> Stream.empty();
    };
  }

  private static Stream<Entry> by(Fact fact, String kind, String by, String what, String text) {
    return Stream.of(new Entry(fact.atMs(), kind, fact.call(), "", by, what, text.isEmpty() ? Map.of() : Map.of("text", text)));
  }

  private static Stream<Entry> one(
      Fact fact, String kind, @Nullable QueueId queue, @Nullable AgentId agent, String what, Map<String, String> details) {
    return Stream.of(new Entry(
        fact.atMs(), kind, fact.call(), queue == null ? "" : queue.name(), agent == null ? "" : agent.name(), what, details));
  }

  /** An agent, a number, or neither: a queue. */
  private static Map<String, String> to(@Nullable AgentId agent, String number) {
    return agent != null ? Map.of("to", agent.name()) : number.isEmpty() ? Map.of() : Map.of("to", number);
  }

  private static Map<String, String> ms(String name, long ms) {
    return Map.of(name, text(ms));
  }

  private static String text(long number) {
    return Long.toString(number);
  }

  private static String low(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
