package io.switchboard.desktop.api;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.CallId;
import io.switchboard.core.interaction.Interactions;
import io.switchboard.core.interaction.Statement;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.RecordingRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.Words;
import io.switchboard.desktop.access.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What callers said for their calls, and what was recorded of talks: an agent hears those of calls in which he talked, a supervisor all of his tenant. And the
 * agent's button that begins and pauses the recording of his talk.
 */
final class RecordingEndpoint {
  private static final Pattern TALK = Pattern.compile("([!-~]{1,100})-talk-([1-9][0-9]{0,5})");
  private static final Pattern ID = Pattern.compile("([!-~]{1,100})-([1-9][0-9]{0,5})");
  private static final Words WHO_MAY = new Words("agent who talked in this call, supervisor, admin", "曾接听此通话的坐席、supervisor、admin");

  private final Interactions interactions;
  private final Path data;
  private final Signals signals;
  private final Aside reads;

  RecordingEndpoint(Interactions interactions, Path data, Signals signals, Aside reads) {
    this.interactions = interactions;
    this.data = data;
    this.signals = signals;
    this.reads = reads;
  }

  CompletionStage<Answer> audio(Question question) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    Matcher talk = TALK.matcher(question.name());
    if (talk.matches()) {
      return reads.run(() -> talk(question.user(), new CallId(talk.group(1)), Integer.parseInt(talk.group(2)), question.name()));
    }
    Matcher id = ID.matcher(question.name());
    return id.matches()
        ? reads.run(() -> sound(question.user(), new CallId(id.group(1)), Integer.parseInt(id.group(2))))
        : CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_RECORDING, question.name()));
  }

  CompletionStage<Answer> turn(Question question) {
    boolean on = question.fields().bool("on");
    Optional<Problem> wrong = question.fields().wrong();
    return wrong.<CompletionStage<Answer>>map(CompletableFuture::completedFuture).orElseGet(
        () -> signals.ask(new RecordingRequest(question.user().agent(), on)).thenApply(RecordingEndpoint::turned));
  }

  private static Answer turned(Reply reply) {
    return switch (reply) {
      case Reply.Accepted accepted -> new Answer.Body(Map.of("state", accepted.state()));
      case Reply.Refused refused -> switch (refused.code()) {
        case "no_call" -> Problem.of(Trouble.NO_CALL, refused.message());
        case "not_now" -> Problem.of(Trouble.NOT_NOW, refused.message());
        case "not_done" -> Problem.of(Trouble.NOT_DONE, refused.message());
        default -> Problem.of(Trouble.NOT_ALLOWED, refused.message());
      };
    };
  }

  private Answer talk(Visitor.User user, CallId call, int number, String name) {
    List<Fact> facts = interactions.timeline(user.tenant(), call);
    Optional<Fact.TalkRecording.TalkRecordingEnded> kept = facts.stream().filter(Fact.TalkRecording.TalkRecordingEnded.class::isInstance)
        .map(Fact.TalkRecording.TalkRecordingEnded.class::cast).filter(each -> each.recording() == number).findFirst();
    if (kept.isPresent() && !may(user, facts)) {
      return Problem.of(Trouble.WRONG_ROLE, WHO_MAY);
    }
    Optional<Path> file = kept.flatMap(each -> Sounds.find(data, each.file()));
    if (file.isEmpty()) {
      return Problem.of(Trouble.UNKNOWN_RECORDING, name);
    }
    return Files.isReadable(file.get()) ? new Answer.Stored("audio/wav", file.get()) : Problem.of(Trouble.UNAVAILABLE);
  }

  private Answer sound(Visitor.User user, CallId call, int number) {
    List<Fact> facts = interactions.timeline(user.tenant(), call);
    Optional<Statement> statement = Statement.find(facts, number);
    if (statement.isPresent() && !may(user, facts)) {
      return Problem.of(Trouble.WRONG_ROLE, WHO_MAY);
    }
    Optional<Path> file = statement.flatMap(kept -> Sounds.find(data, kept.file()));
    if (file.isEmpty()) {
      return Problem.of(Trouble.UNKNOWN_RECORDING, Statement.id(call, number));
    }
    return Files.isReadable(file.get()) ? new Answer.Stored("audio/wav", file.get()) : Problem.of(Trouble.UNAVAILABLE);
  }

  private static boolean may(Visitor.User user, List<Fact> facts) {
    return user.role() != Role.AGENT || facts.stream().anyMatch(fact -> switch (fact) {
      case Fact.Connected talk -> talk.agent().equals(user.agent());
      case Fact.InTalk.HandedOn talk -> user.agent().equals(talk.agent());
      default -> false;
    });
  }
}
