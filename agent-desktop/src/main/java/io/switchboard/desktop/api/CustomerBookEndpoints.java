package io.switchboard.desktop.api;

import io.switchboard.core.customer.Anonymising;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.core.signal.Signals;
import io.switchboard.desktop.access.Visitor;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Customers as a file in and out, and a person made unknown. */
final class CustomerBookEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(CustomerBookEndpoints.class);
  private static final int ANSWERED_AFTER_S = 8;

  private final Clientele clientele;
  private final Signals signals;
  private final Imports imports;
  private final Aside reads;

  CustomerBookEndpoints(Clientele clientele, Signals signals, Aside reads) {
    this.clientele = clientele;
    this.signals = signals;
    this.imports = new Imports();
    this.reads = reads;
  }

  /** Goes on beside; what is done within a moment is answered at once. */
  CompletionStage<Answer> take(Question question) {
    boolean dryRun = question.fields().flag("dry_run");
    Visitor.User user = question.user();
    String csv = question.file();
    return CustomerEndpoints.right(question, () -> imports.begin(user.tenant(), dryRun, progress ->
            clientele.book().read(user.tenant(), new StringReader(csv), dryRun, user.name(), progress))
        .thenApply(begun -> switch (begun) {
          case Imports.Begun.Running running -> new Answer.Body(running.shown(question.language()));
          case Imports.Begun.Busy busy -> Problem.of(Trouble.IMPORT_RUNNING, busy.id());
        }));
  }

  CompletionStage<Answer> progress(Question question) {
    return CustomerEndpoints.right(question, () -> reads.run(() -> imports.find(question.user().tenant(), question.name())
        .<Answer>map(found -> new Answer.Body(found.shown(question.language()))).orElseGet(() -> Problem.of(Trouble.UNKNOWN_IMPORT, question.name()))));
  }

  CompletionStage<Answer> give(Question question) {
    return CustomerEndpoints.right(question, () -> reads.run(() -> new Answer.Once("text/csv; charset=utf-8", "customers.csv", written(question))));
  }

  private Path written(Question question) {
    Path file = null;
    try {
      file = Files.createTempFile("customers-", ".csv"); // of ours alone to read
      try (Writer csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        clientele.book().write(question.user().tenant(), csv);
      }
      return file;
    } catch (IOException | RuntimeException e) {
      Optional.ofNullable(file).ifPresent(path -> path.toFile().delete());
      throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
    }
  }

  /** It looks through the whole journal, which may take longer than one waits for an answer: then it goes on beside. */
  CompletionStage<Answer> anonymise(Question question) {
    return CustomerEndpoints.numbered(question, reads, Trouble.UNKNOWN_CUSTOMER, id -> {
      CompletableFuture<Answer> done = new CompletableFuture<>();
      Thread.ofVirtual().name("anonymise").start(() -> {
        try {
          done.complete(anonymised(question, id));
        } catch (RuntimeException e) {
          if (!done.completeExceptionally(e)) {
            LOG.error("customer {} was not made unknown; ask again", id, e);
          }
        }
      });
      return done.completeOnTimeout(new Answer.Body(Map.of("state", "running")), ANSWERED_AFTER_S, TimeUnit.SECONDS).join();
    });
  }

  private Answer anonymised(Question question, long id) {
    Visitor.User user = question.user();
    return switch (clientele.anonymising().anonymise(user.tenant(), id, user.name())) {
      case Anonymising.Outcome.Done done -> {
        done.unseen().forEach(message -> signals.send(new AgentSignal.Written(message)));
        yield new Answer.Body(Map.of("state", "anonymised", "facts", done.facts(), "files", done.files()));
      }
      case Anonymising.Outcome.Unknown unknown -> CustomerEndpoints.unknown(question);
      case Anonymising.Outcome.StillOpen open -> Problem.of(Trouble.CUSTOMER_ON_THE_LINE, open.call().value());
    };
  }
}
