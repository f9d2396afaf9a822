package io.switchboard.desktop.api;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.interaction.Voicemail;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.VoicemailRequest;
import io.switchboard.desktop.access.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What callers left: an agent hears what was left for a queue that he serves, a supervisor all of his tenant. */
final class VoicemailEndpoints {
  private static final int MOST = 1000;
  private static final int USUAL = 100;
  private static final Pattern ID = Pattern.compile("([!-~]{1,100})-([1-9][0-9]{0,5})");

  private final Mailboxes mailboxes;
  private final Served served;
  private final Signals signals;
  private final Aside reads;

  private record Shown(
      String id, CallId call, QueueId queue, String caller, long leftAtMs, long lengthMs, @Nullable String heardBy, @Nullable Long heardAtMs,
      @Nullable String doneBy, @Nullable Long doneAtMs) {
    static Shown of(Voicemail each) {
      Voicemail.Mark heard = each.heard();
      Voicemail.Mark done = each.done();
      return new Shown(
          each.id(), each.call(), each.queue(), each.caller(), each.atMs(), each.ms(), heard == null ? null : heard.by(),
          heard == null ? null : heard.atMs(), done == null ? null : done.by(), done == null ? null : done.atMs());
    }
  }

  private record Listed(List<Shown> voicemails) {}

  VoicemailEndpoints(Mailboxes mailboxes, Served served, Signals signals, Aside reads) {
    this.mailboxes = mailboxes;
    this.served = served;
    this.signals = signals;
    this.reads = reads;
  }

  CompletionStage<Answer> list(Question question) {
    Visitor.User user = question.user();
    Optional<String> queue = question.fields().optionalName("queue");
    boolean open = question.fields().flag("open");
    long beforeMs = question.fields().number("before_ms", 0, Long.MAX_VALUE, Long.MAX_VALUE);
    int limit = (int) question.fields().number("limit", 1, MOST, USUAL);
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    if (queue.isPresent() && !served.may(user, new QueueId(user.tenant(), queue.get()))) {
      return CompletableFuture.completedFuture(Problem.of(Trouble.WRONG_ROLE, Served.WHO_MAY));
    }
    Optional<List<String>> queues = served.names(user, queue);
    return reads.run(() -> new Answer.Body(new Listed(
        mailboxes.voicemails().list(user.tenant(), queues, open, beforeMs, limit).stream().map(Shown::of).toList())));
  }

  /** The sound; who asks for it has heard it. */
  CompletionStage<Answer> audio(Question question) {
    return of(question, voicemail -> {
      Optional<Path> file = Sounds.find(mailboxes.data(), voicemail.file());
      if (file.isEmpty()) {
        return CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_VOICEMAIL, voicemail.id()));
      }
      if (!Files.isReadable(file.get())) {
        return CompletableFuture.completedFuture(Problem.of(Trouble.UNAVAILABLE)); // nobody has heard it
      }
      Visitor.User user = question.user();
      return ask(new VoicemailRequest.Heard(user.tenant(), voicemail.call(), voicemail.message(), user.name()),
          marked -> new Answer.Stored("audio/wav", file.get()));
    });
  }

  /** Dealt with; once: who did it first stays written. */
  CompletionStage<Answer> done(Question question) {
    return of(question, voicemail -> {
      Visitor.User user = question.user();
      return voicemail.done() != null
          ? CompletableFuture.completedFuture(new Answer.Body(new Reply.Accepted("done")))
          : ask(new VoicemailRequest.Done(user.tenant(), voicemail.call(), voicemail.message(), user.name()), Answer.Body::new);
    });
  }

  private CompletionStage<Answer> ask(Request<Reply> request, Function<Reply, Answer> then) {
    return signals.ask(request).thenApply(then);
  }

  private CompletionStage<Answer> of(Question question, Function<Voicemail, CompletionStage<Answer>> then) {
    Optional<Problem> wrong = question.fields().wrong();
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(wrong.get());
    }
    Matcher id = ID.matcher(question.name());
    if (!id.matches()) {
      return CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_VOICEMAIL, question.name()));
    }
    Visitor.User user = question.user();
    return reads.run(() -> mailboxes.voicemails().one(user.tenant(), new CallId(id.group(1)), Integer.parseInt(id.group(2))))
        .thenCompose(found -> found
            .map(voicemail -> served.may(user, voicemail.queue())
                ? then.apply(voicemail) : CompletableFuture.<Answer>completedFuture(Problem.of(Trouble.WRONG_ROLE, Served.WHO_MAY)))
            .orElseGet(() -> CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_VOICEMAIL, question.name()))));
  }
}
