package io.switchboard.ivr.prompt;

import io.switchboard.core.line.Sound;
import io.switchboard.ivr.prompt.reading.Slot;
import io.switchboard.ivr.prompt.reading.SpokenText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prompts as sounds. Safe from any thread. */
public final class Prompts {
  private static final Logger LOG = LoggerFactory.getLogger(Prompts.class);

  /** Told after each prompt that was made ready, on a thread of the speech engine; {@code failure} is empty where it went well. */
  @FunctionalInterface
  public interface Progress {
    void made(int done, int total, Prompt prompt, String failure);
  }

  private record Ahead(Prompt prompt, List<Utterance> said) {}

  private final PromptBook book;
  private final Speech speech;
  private final Wording wording;

  /**
   * @param usual argument → the values that it usually has and that tell nothing of a caller; prompts are spoken with them as one sentence
   *     that is kept for good, ahead where they need no other argument
   */
  public Prompts(PromptBook book, Speech speech, Map<String, List<String>> usual) {
    this.book = book;
    this.speech = speech;
    this.wording = new Wording(usual);
  }

  public PromptBook book() {
    return book;
  }

  /** The places of a text that values fill, in their order. */
  public static List<Slot> slots(String text) {
    return SpokenText.of(text).slots();
  }

  /**
   * The sounds of a prompt, in their order: one, or more where values of the caller are spoken by themselves; none where there is nothing
   * to say. Completed already if all were made before. A value that cannot be read as the prompt wants it is read as it stands. Fails with
   * an {@link IllegalArgumentException} for a prompt that does not exist in this language or lacks an argument, else as the speech engine
   * fails.
   */
  public CompletionStage<List<Sound>> sounds(String language, String id, Map<String, String> arguments) {
    return book.find(language, id)
        .map(prompt -> sounds(prompt, arguments))
        .orElseGet(() -> CompletableFuture.failedStage(new IllegalArgumentException("there is no prompt " + language + "/" + id)));
  }

  /** The same of a text that is not in the book. */
  public CompletionStage<List<Sound>> spoken(String language, String text, Map<String, String> arguments) {
    return sounds(new Prompt(language, "(text)", text, Optional.empty()), arguments);
  }

  private CompletionStage<List<Sound>> sounds(Prompt prompt, Map<String, String> arguments) {
    try {
      List<Utterance> said = wording.utterances(prompt, arguments);
      return prompt.recording().map(file -> recorded(prompt, file, said)).orElseGet(() -> said(prompt.language(), said));
    } catch (IllegalArgumentException missing) {
      return CompletableFuture.failedStage(missing);
    }
  }

  /** A recording that cannot be played, e.g. for it was overwritten since it was checked, leaves the text to be heard. */
  private CompletionStage<List<Sound>> recorded(Prompt prompt, Path file, List<Utterance> said) {
    return speech.recording(file).thenApply(List::of).exceptionallyCompose(failure -> {
      LOG.warn("recording {} cannot be played, its text is spoken: {}", file, failure.getMessage());
      return said(prompt.language(), said);
    });
  }

  private CompletionStage<List<Sound>> said(String language, List<Utterance> said) {
    List<CompletableFuture<Sound>> parts = said.stream()
        .map(each -> each.passing() ? speech.passing(language, each.text()) : speech.say(language, each.text()))
        .map(CompletionStage::toCompletableFuture)
        .toList();
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .thenApply(made -> parts.stream().map(CompletableFuture::join).toList());
  }

  /** Makes ready all that is known beforehand. Completes when all were tried; the count of failures is its value. */
  public CompletionStage<Integer> prepare(Progress progress) {
    return prepare(List.of(), progress);
  }

  /** The same, with texts that are not in the book; their ids are told to {@code progress}. */
  public CompletionStage<Integer> prepare(Collection<Prompt> others, Progress progress) {
    List<Ahead> ahead = Stream.concat(book.all().stream(), others.stream())
        .flatMap(prompt -> wording.ahead(prompt).stream().map(said -> new Ahead(prompt, said))).toList();
    AtomicInteger done = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    CompletableFuture<?>[] all = ahead.stream()
        .map(each -> made(each).handle((sounds, failure) -> {
          if (failure != null) {
            failed.incrementAndGet();
          }
          progress.made(done.incrementAndGet(), ahead.size(), each.prompt(), failure == null ? "" : String.valueOf(failure.getMessage()));
          return sounds;
        }).toCompletableFuture())
        .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(all).thenApply(ready -> failed.get());
  }

  private CompletionStage<List<Sound>> made(Ahead ahead) {
    return ahead.prompt().recording()
        .map(file -> recorded(ahead.prompt(), file, ahead.said()))
        .orElseGet(() -> said(ahead.prompt().language(), ahead.said()));
  }
}
