package io.switchboard.desktop.api;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.CallId;
import io.switchboard.core.interaction.Interactions;
import io.switchboard.core.interaction.Statement;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.Words;
import io.switchboard.desktop.access.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What callers said for their calls: an agent hears those of calls in which he talked, a supervisor all of his tenant. */
final class RecordingEndpoint {
  private static final Pattern ID = Pattern.compile("([!-~]{1,100})-([1-9][0-9]{0,5})");
  private static final Words WHO_MAY = new Words("agent who talked in this call, supervisor, admin", "曾接听此通话的坐席、supervisor、admin");

  private final Interactions interactions;
  private final Path data;
  private final Aside reads;

  RecordingEndpoint(Interactions interactions, Path data, Aside reads) {
    this.interactions = interactions;
    this.data = data;
    this.reads = reads;
  }

  CompletionStage<Answer> audio(Question question) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    Matcher id = ID.matcher(question.name());
    return id.matches()
        ? reads.run(() -> sound(question.user(), new CallId(id.group(1)), Integer.parseInt(id.group(2))))
        : CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_RECORDING, question.name()));
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
    return user.role() != Role.AGENT
        || facts.stream().anyMatch(fact -> fact instanceof Fact.Connected talk && talk.agent().equals(user.agent()));
  }
}
