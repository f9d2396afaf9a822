package io.switchboard.desktop.api;

import io.switchboard.core.id.Names;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.ConfigurationRequest;
import io.switchboard.core.signal.ConfigurationRequest.Outcome;
import io.switchboard.core.signal.Signals;
import io.switchboard.desktop.access.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The configuration's files: listed, read, replaced; and single settings of a queue. */
final class ConfigurationEndpoints {
  private static final Pattern ETAG = Pattern.compile("\\s*\"([0-9a-f]{1,64})\"\\s*");

  private static final int MOST_FILES = 50;

  private final Signals signals;

  private record Files(List<ConfigurationRequest.State> files) {}

  private record Written(String file, String version, List<String> changed) {}

  private record AllWritten(List<ConfigurationRequest.Version> files, List<String> changed) {}

  private record Changed(String queue, Map<String, ? extends @Nullable Object> settings, String version, List<String> changed) {}

  ConfigurationEndpoints(Signals signals) {
    this.signals = signals;
  }

  CompletionStage<Answer> list(Question question) {
    return ask(question, new ConfigurationRequest.ListFiles(by(question)));
  }

  CompletionStage<Answer> read(Question question) {
    return ask(question, new ConfigurationRequest.ReadFile(question.name(), by(question)));
  }

  CompletionStage<Answer> write(Question question) {
    boolean fresh = question.condition().ifNoneMatch().strip().equals("*");
    Optional<String> replaces = fresh ? Optional.of("") : version(question);
    return replaces.<CompletionStage<Answer>>map(version ->
            ask(question, new ConfigurationRequest.WriteFile(question.name(), question.file(), version, by(question))))
        .orElseGet(() -> CompletableFuture.completedFuture(Problem.of(Trouble.NO_CONDITION)));
  }

  CompletionStage<Answer> writeAll(Question question) {
    return ask(question, new ConfigurationRequest.WriteFiles(question.fields().texts("files", MOST_FILES), by(question)));
  }

  CompletionStage<Answer> changeQueue(Question question) {
    if (!question.condition().ifMatch().isEmpty() && version(question).isEmpty()) {
      return CompletableFuture.completedFuture(Problem.of(Trouble.CHANGED_MEANWHILE, "queues.yaml"));
    }
    Map<String, ?> patch = question.fields().all();
    return Names.valid(question.name())
        ? ask(question, new ConfigurationRequest.ChangeQueue(
            new QueueId(question.user().tenant(), question.name()), patch, version(question).orElse(""), by(question)))
        : CompletableFuture.completedFuture(Problem.of(Trouble.UNKNOWN_QUEUE, question.name()));
  }

  private static String by(Question question) {
    Visitor.User user = question.user();
    return user.tenant() + "/" + user.name();
  }

  /** Of {@code If-Match}; any version ({@code *}) is none: it would overwrite what one has not read. */
  private static Optional<String> version(Question question) {
    Matcher etag = ETAG.matcher(question.condition().ifMatch());
    return etag.matches() ? Optional.of(etag.group(1)) : Optional.empty();
  }

  private CompletionStage<Answer> ask(Question question, ConfigurationRequest request) {
    Optional<Problem> wrong = question.fields().wrong();
    return wrong.isPresent()
        ? CompletableFuture.completedFuture(wrong.get())
        : signals.ask(request).thenApply(outcome -> answer(question, outcome));
  }

  private static Answer answer(Question question, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Files all -> new Answer.Body(new Files(all.files()));
      case Outcome.Text text -> new Answer.Versioned(new Answer.Text(type(question.name()), text.text()), text.version());
      case Outcome.Written written -> new Answer.Versioned(new Answer.Body(question.endpoint() == Endpoint.QUEUE_CHANGE
          ? new Changed(question.name(), written.settings(), written.version(), written.changed())
          : new Written(written.file(), written.version(), written.changed())), written.version());
      case Outcome.AllWritten all -> new Answer.Body(new AllWritten(all.files(), all.changed()));
      case Outcome.RolledBack other -> throw new IllegalStateException("files were asked for, not " + other);
      case Outcome.Refused refused -> refused(refused);
    };
  }

  private static String type(String file) {
    return file.endsWith(".ics") ? "text/calendar; charset=utf-8" : "text/yaml; charset=utf-8";
  }

  static Problem refused(Outcome.Refused refused) {
    String first = refused.about().isEmpty() ? "" : refused.about().getFirst();
    return switch (refused.reason()) {
      case UNKNOWN_FILE -> Problem.of(Trouble.UNKNOWN_FILE, first);
      case UNKNOWN_QUEUE -> Problem.of(Trouble.UNKNOWN_QUEUE, first);
      case UNKNOWN_RELEASE -> Problem.of(Trouble.UNKNOWN_RELEASE, first);
      case CHANGED_MEANWHILE -> Problem.of(Trouble.CHANGED_MEANWHILE, first);
      case NOT_WRITABLE -> Problem.of(Trouble.NOT_WRITABLE, first);
      case PLAIN_SECRET -> Problem.settings(Trouble.PLAIN_SECRET, refused.about());
      case WRONG_SETTINGS -> Problem.settings(refused.about());
    };
  }
}
