package io.switchboard.desktop.api;

import io.switchboard.core.release.Difference;
import io.switchboard.core.release.Release;
import io.switchboard.core.release.Releases;
import io.switchboard.core.signal.ConfigurationRequest;
import io.switchboard.core.signal.ConfigurationRequest.Outcome;
import io.switchboard.core.signal.ConfigurationRequest.RollBack;
import io.switchboard.core.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Versions of flows and prompts: which there were, what is in them, in what they differ, and back to one of them. */
final class ReleaseEndpoints {
  private static final int MOST = 500;
  private static final int USUAL = 50;

  private final Published published;
  private final Signals signals;
  private final Aside reads;

  private record Listed(int inForce, List<Shown> releases) {}

  /** {@code changed}: against the one before. */
  private record Shown(
      int number, long atMs, String by, @Nullable Integer rolledBackTo, String digest, boolean inForce, List<Release.Change> changed) {}

  private record File(String file, String version, String text) {}

  private record Whole(
      int number, long atMs, String by, @Nullable Integer rolledBackTo, String digest, boolean inForce, List<File> files) {}

  /** {@code from} 0: from nothing. */
  private record Differing(int from, int to, List<Difference.OfFile> files) {}

  private record RolledBack(int release, int rolledBackTo, List<String> changed) {}

  ReleaseEndpoints(Published published, Signals signals, Aside reads) {
    this.published = published;
    this.signals = signals;
    this.reads = reads;
  }

  CompletionStage<Answer> list(Question question) {
    int before = (int) question.fields().number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    int limit = (int) question.fields().number("limit", 1, MOST, USUAL);
    return right(question, () -> reads.run(() -> {
      List<Release> found = published.releases().list(before, limit + 1);
      int inForce = published.inForce().getAsInt();
      List<Shown> shown = new ArrayList<>();
      for (int i = 0; i < Math.min(limit, found.size()); i++) {
        Release each = found.get(i);
        Optional<Release> earlier = i + 1 < found.size() ? Optional.of(found.get(i + 1)) : Optional.empty();
        shown.add(new Shown(
            each.number(), each.atMs(), each.by(), rolledBackTo(each), each.digest(), each.number() == inForce, each.changesSince(earlier)));
      }
      return new Answer.Body(new Listed(inForce, shown));
    }));
  }

  CompletionStage<Answer> one(Question question) {
    return numbered(question, number -> found(number, content -> {
      Release release = content.release();
      List<File> files = content.texts().entrySet().stream()
          .map(each -> new File(each.getKey(), release.files().getOrDefault(each.getKey(), ""), each.getValue())).toList();
      return new Answer.Body(new Whole(
          release.number(), release.atMs(), release.by(), rolledBackTo(release), release.digest(),
          release.number() == published.inForce().getAsInt(), files));
    }));
  }

  CompletionStage<Answer> difference(Question question) {
    int given = (int) question.fields().number("from", 0, Integer.MAX_VALUE, -1);
    return numbered(question, number -> found(number, to -> {
      int from = given < 0 ? number - 1 : given;
      Optional<Releases.Content> earlier = from == 0 ? Optional.empty() : published.releases().content(from);
      return from != 0 && earlier.isEmpty()
          ? unknown(Integer.toString(from))
          : new Answer.Body(new Differing(from, number, Difference.between(earlier, to)));
    }));
  }

  CompletionStage<Answer> rollBack(Question question) {
    String by = question.user().tenant() + "/" + question.user().name();
    return numbered(question, number -> signals.ask((ConfigurationRequest) new RollBack(number, by)).thenApply(outcome -> switch (outcome) {
      case Outcome.RolledBack back -> new Answer.Body(new RolledBack(back.release(), back.to(), back.changed()));
      case Outcome.Refused refused -> ConfigurationEndpoints.refused(refused);
      case Outcome.Files other -> throw new IllegalStateException("a roll-back was answered by " + other);
      case Outcome.Text other -> throw new IllegalStateException("a roll-back was answered by " + other);
      case Outcome.Written other -> throw new IllegalStateException("a roll-back was answered by " + other);
      case Outcome.AllWritten other -> throw new IllegalStateException("a roll-back was answered by " + other);
    }));
  }

  private static @Nullable Integer rolledBackTo(Release release) {
    return release.rolledBackTo() == 0 ? null : release.rolledBackTo();
  }

  private CompletionStage<Answer> found(int number, Function<Releases.Content, Answer> answer) {
    return reads.run(() -> published.releases().content(number).map(answer).orElseGet(() -> unknown(Integer.toString(number))));
  }

  private static CompletionStage<Answer> numbered(Question question, IntFunction<CompletionStage<Answer>> answer) {
    return right(question, () -> question.name().matches("[1-9][0-9]{0,8}")
        ? answer.apply(Integer.parseInt(question.name()))
        : CompletableFuture.completedFuture(unknown(question.name())));
  }

  private static Answer unknown(String number) {
    return Problem.of(Trouble.UNKNOWN_RELEASE, number);
  }

  private static CompletionStage<Answer> right(Question question, java.util.function.Supplier<CompletionStage<Answer>> answer) {
    Optional<Problem> wrong = question.fields().wrong();
    return wrong.<CompletionStage<Answer>>map(CompletableFuture::completedFuture).orElseGet(answer);
  }
}
