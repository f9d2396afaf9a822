package io.switchboard.core.customer;

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
  public static List<TimelineEntry> of(List<Fact> facts) {
    return facts.stream().flatMap(TimelineEntries::entry).toList();
  }

  private static Stream<TimelineEntry> entry(Fact fact) {
    return switch (fact) {
      case Fact.CallArrived f ->
          one(f, TimelineKind.CALL, null, null, TimelineWhat.ARRIVED,
              Map.of("called", f.called(), "entry_point", f.entryPoint(), "caller", f.caller()));
      case Fact.CallEnded f -> one(f, TimelineKind.CALL, null, null, TimelineWhat.of(f.ending()), Map.of());
      case Fact.LanguageChosen f -> one(f, TimelineKind.IVR, null, null, TimelineWhat.LANGUAGE, Map.of("language", f.language()));
      case Fact.MenuAnswered f -> one(f, TimelineKind.IVR, null, null, TimelineWhat.CHOSEN, Map.of("step", f.step(), "answer", f.answer()));
      case Fact.QueueRefused f -> one(f, TimelineKind.QUEUE, f.queue(), null, TimelineWhat.of(f.reason()), Map.of());
      case Fact.QueueEntered f -> one(f, TimelineKind.QUEUE, f.queue(), null, TimelineWhat.ENTERED, Map.of("visit", Integer.toString(f.visit())));
      case Fact.QueueLeft f -> one(f, TimelineKind.QUEUE, f.queue(), null, TimelineWhat.of(f.exit()), ms("wait_ms", f.waitMs()));
      case Fact.OfferEnded f -> one(f, TimelineKind.OFFER, f.queue(), f.agent(), TimelineWhat.of(f.ending()), ms("ringing_ms", f.ringingMs()));
      case Fact.Connected f -> one(f, TimelineKind.TALK, f.queue(), f.agent(), TimelineWhat.BEGUN, ms("wait_ms", f.waitMs()));
      case Fact.TalkEnded f ->
          one(f, TimelineKind.TALK, f.queue(), f.agent(), TimelineWhat.ENDED,
              Map.of("talk_ms", text(f.talkMs()), "held_ms", text(f.heldMs()), "ended_by", low(f.by())));
      case Fact.WrapUpCoded f ->
          one(f, TimelineKind.TALK, f.queue(), f.agent(), TimelineWhat.CODED,
              f.note().isEmpty() ? Map.of("code", f.code()) : Map.of("code", f.code(), "text", f.note()));
      case Fact.CustomerNamed f -> by(f, TimelineKind.CALL, f.by(), TimelineWhat.CUSTOMER_NAMED, "");
      case Fact.InTalk.ConsultBegun f -> one(f, TimelineKind.TRANSFER, f.queue(), f.by(), TimelineWhat.CONSULTED, to(f.agent(), f.number()));
      case Fact.InTalk.HandedOn f -> one(f, TimelineKind.TRANSFER, f.queue(), f.by(), TimelineWhat.HANDED_ON, to(f.agent(), f.number()));
      case Fact.CallbackBooked f ->
          one(f, TimelineKind.CALLBACK, f.queue(), null, TimelineWhat.BOOKED,
              Map.of("from", f.from().value(), "asked_by", f.by(), "number", f.number()));
      case Fact.CallbackReached f -> one(f, TimelineKind.CALLBACK, f.queue(), null, TimelineWhat.REACHED, Map.of());
      case Fact.Dial dial -> dial(dial);
      case Fact.Errand errand -> errand(errand);
      case Fact.Learned learned -> learned(learned);
      case Fact.TalkRecording recording -> recorded(recording);
      case Fact.Task task -> task(task);
      case Fact.Scripted scripted -> scripted(scripted);
      default -> Stream.empty();
    };
  }

  private static Stream<TimelineEntry> dial(Fact.Dial dial) {
    return switch (dial) {
      case Fact.Dial.DialBegun f -> one(f, TimelineKind.DIAL, f.queue(), f.agent(), TimelineWhat.DIALLED, Map.of("number", f.number()));
      case Fact.Dial.DialPlaced f -> Stream.empty();
      case Fact.Dial.DialEnded f -> one(f, TimelineKind.DIAL, f.queue(), f.agent(), TimelineWhat.of(f.result()), ms("ringing_ms", f.ringingMs()));
    };
  }

  private static Stream<TimelineEntry> errand(Fact.Errand errand) {
    return switch (errand) {
      case Fact.Errand.TransferStarted f -> one(f, TimelineKind.TRANSFER, null, null, TimelineWhat.DIALLED, Map.of("to", f.number()));
      case Fact.Errand.TransferEnded f ->
          one(f, TimelineKind.TRANSFER, null, null, TimelineWhat.of(f.ending()), Map.of("to", f.number(), "talk_ms", text(f.talkMs())));
      case Fact.Errand.VoicemailLeft f ->
          one(f, TimelineKind.VOICEMAIL, f.queue(), null, TimelineWhat.LEFT,
              Map.of("message", Voicemail.id(f.call(), f.message()), "length_ms", text(f.ms())));
      case Fact.Errand.VoicemailDone f -> by(f, TimelineKind.VOICEMAIL, f.by(), TimelineWhat.DONE, f.note());
      case Fact.Errand.RecordingKept f ->
          one(f, TimelineKind.RECORDING, null, null, TimelineWhat.KEPT,
              Map.of("recording", Statement.id(f.call(), f.recording()), "length_ms", text(f.ms())));
      default -> Stream.empty();
    };
  }

  private static Stream<TimelineEntry> recorded(Fact.TalkRecording recording) {
    return switch (recording) {
      case Fact.TalkRecording.TalkRecordingAsked f -> Stream.empty();
      case Fact.TalkRecording.TalkRecordingBegun f -> one(f, TimelineKind.RECORDING, f.queue(), f.agent(), TimelineWhat.BEGUN, Map.of());
      case Fact.TalkRecording.TalkRecordingPaused f -> one(f, TimelineKind.RECORDING, null, f.agent(), TimelineWhat.PAUSED, Map.of());
      case Fact.TalkRecording.TalkRecordingResumed f -> one(f, TimelineKind.RECORDING, null, f.agent(), TimelineWhat.RESUMED, Map.of());
      case Fact.TalkRecording.TalkRecordingEnded f when f.file().isEmpty() -> Stream.empty();
      case Fact.TalkRecording.TalkRecordingEnded f -> one(
          f, TimelineKind.RECORDING, f.queue(), null, TimelineWhat.KEPT,
              Map.of("recording", f.call() + "-talk-" + f.recording(), "length_ms", text(f.ms())));
      case Fact.TalkRecording.TalkRecordingRefused f -> one(
          f, TimelineKind.RECORDING, f.queue(), null, TimelineWhat.of(f.why(), TimelineWhat.FAILED), Map.of());
      case Fact.TalkRecording.TalkRecordingRemoved f -> one(f, TimelineKind.RECORDING, null, null, TimelineWhat.REMOVED, Map.of());
    };
  }

  private static Stream<TimelineEntry> learned(Fact.Learned learned) {
    return switch (learned) {
      case Fact.Learned.LookedUp f -> one(
          f, TimelineKind.IVR, null, null, TimelineWhat.of(f.outcome(), TimelineWhat.FAILED), Map.of("step", f.step(), "lookup", f.lookup()));
      case Fact.Learned.Scored f ->
          one(f, TimelineKind.SURVEY, f.queue(), f.agent(), f.bad() ? TimelineWhat.BAD : TimelineWhat.GOOD,
              Map.of("survey", f.survey(), "score", Integer.toString(f.score())));
      default -> Stream.empty();
    };
  }

  private static Stream<TimelineEntry> task(Fact.Task task) {
    return switch (task) {
      case Fact.Task.TaskMade f ->
          one(f, TimelineKind.TASK, f.queue(), f.agent(), TimelineWhat.MADE, Map.of("task", f.task(), "due_at_ms", text(f.dueMs())));
      case Fact.Task.TaskDone f -> by(f, TimelineKind.TASK, f.by(), TimelineWhat.DONE, f.note());
      case Fact.Task.TaskSeen f -> by(f, TimelineKind.TASK, f.by(), TimelineWhat.SEEN, "");
    };
  }

  private static Stream<TimelineEntry> scripted(Fact.Scripted scripted) {
    return switch (scripted) {
      case Fact.Scripted.NoteWritten f -> by(f, TimelineKind.NOTE, f.by(), TimelineWhat.WRITTEN, f.text());
      case Fact.Scripted.OutcomeReached f ->
          Stream.of(new TimelineEntry(f.atMs(), TimelineKind.SCRIPT, f.call(), "", f.by(), TimelineWhat.ENDED,
              Map.of("script", f.script(), "code", f.code())));
      default -> Stream.empty();
    };
  }

  private static Stream<TimelineEntry> by(Fact fact, TimelineKind kind, String by, TimelineWhat what, String text) {
    return Stream.of(new TimelineEntry(fact.atMs(), kind, fact.call(), "", by, what, text.isEmpty() ? Map.of() : Map.of("text", text)));
  }

  private static Stream<TimelineEntry> one(
      Fact fact, TimelineKind kind, @Nullable QueueId queue, @Nullable AgentId agent, TimelineWhat what, Map<String, String> details) {
    return Stream.of(new TimelineEntry(
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
