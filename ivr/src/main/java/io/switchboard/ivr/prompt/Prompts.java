package io.switchboard.ivr.prompt;

import io.switchboard.core.line.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Prompts as sounds. Safe from any thread. */
public final class Prompts {
  /** Told after each prompt that was made ready, on a thread of the speech engine; {@code failure} is empty where it went well. */
  @FunctionalInterface
  public interface Progress {
    void made(int done, int total, Prompt prompt, String failure);
  }

  private record Ahead(Prompt prompt, Map<String, String> arguments) {}

  private final PromptBook book;
  private final Speech speech;
  private final Map<String, List<String>> usual;

  /**
   * @param usual placeholder → the values that it usually has; prompts with no other placeholder are made ahead for each of them
   */
  public Prompts(PromptBook book, Speech speech, Map<String, List<String>> usual) {
    this.book = book;
    this.speech = speech;
    this.usual = Map.copyOf(usual);
  }

  public PromptBook book() {
    return book;
  }

  /**
   * The sound of a prompt, completed already if it was made before. Fails with an {@link IllegalArgumentException} for a prompt that does
   * not exist in this language or lacks an argument, else as the speech engine fails.
   */
  public CompletionStage<Sound> sound(String language, String id, Map<String, String> arguments) {
    return book.find(language, id)
        .map(prompt -> sound(prompt, arguments))
        .orElseGet(() -> CompletableFuture.failedStage(new IllegalArgumentException("there is no prompt " + language + "/" + id)));
  }

  /**
   * The sounds of a prompt, in their order: one, or more where it tells a number. That is said digit by digit, so that no caller leaves a
   * sound of his own behind. Fails as {@link #sound}.
   */
  public CompletionStage<List<Sound>> sounds(String language, String id, Map<String, String> arguments) {
    Optional<Prompt> found = book.find(language, id);
    if (found.isEmpty() || found.get().recording().isPresent() || !found.get().placeholders().contains(Prompt.NUMBER)) {
      return sound(language, id, arguments).thenApply(List::of);
    }
    List<CompletableFuture<Sound>> parts = new ArrayList<>();
    for (String text : found.get().around(arguments)) {
      parts.add(speech.say(language, text).toCompletableFuture());
    }
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .thenApply(said -> parts.stream().map(CompletableFuture::join).toList());
  }

  /** The same of a text that is not in the book. */
  public CompletionStage<List<Sound>> spoken(String language, String text, Map<String, String> arguments) {
    return sound(new Prompt(language, "", text, Optional.empty()), arguments).thenApply(List::of);
  }

  private CompletionStage<Sound> sound(Prompt prompt, Map<String, String> arguments) {
    if (prompt.recording().isPresent()) {
      return speech.recording(prompt.recording().get());
    }
    try {
      return speech.say(prompt.language(), prompt.filled(arguments));
    } catch (IllegalArgumentException missing) {
      return CompletableFuture.failedStage(missing);
    }
  }

  /** Makes ready all that is known beforehand. Completes when all were tried; the count of failures is its value. */
  public CompletionStage<Integer> prepare(Progress progress) {
    List<Ahead> ahead = book.all().stream().flatMap(prompt -> ahead(prompt).stream()).toList();
    AtomicInteger done = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    CompletableFuture<?>[] all = ahead.stream()
        .map(each -> sound(each.prompt(), each.arguments()).handle((sound, failure) -> {
          if (failure != null) {
            failed.incrementAndGet();
          }
          progress.made(done.incrementAndGet(), ahead.size(), each.prompt(), failure == null ? "" : String.valueOf(failure.getMessage()));
          return sound;
        }).toCompletableFuture())
        .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(all).thenApply(ready -> failed.get());
  }

  private List<Ahead> ahead(Prompt prompt) {
    Set<String> needed = prompt.placeholders();
    if (needed.isEmpty()) {
      return List.of(new Ahead(prompt, Map.of()));
    }
    if (needed.size() > 1 || !usual.keySet().containsAll(needed)) {
      return List.of(); // at need
    }
    String name = needed.iterator().next();
    List<Ahead> all = new ArrayList<>();
    usual.getOrDefault(name, List.of()).forEach(value -> all.add(new Ahead(prompt, Map.of(name, value))));
    return all;
  }
}
