package io.switchboard.ivr;

import io.switchboard.core.line.Sound;
import io.switchboard.core.signal.CallSignal.Said;
import io.switchboard.ivr.prompt.Prompts;
import io.switchboard.ivr.verb.Saying;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the sounds of what is to be said. What is ready is given at once; what must be spoken first comes later, on the owner's thread. */
final class Voice {
  private static final Logger LOG = LoggerFactory.getLogger(Voice.class);

  private Prompts prompts;
  private final Executor owner;

  Voice(Prompts prompts, Executor owner) {
    this.prompts = prompts;
    this.owner = owner;
  }

  /** Speaks from another book from now on. */
  void say(Prompts others) {
    prompts = others;
  }

  /** The book in force. */
  Prompts prompts() {
    return prompts;
  }

  /** Gives the sounds, without those that cannot be made: these are logged, and what is left is said all the same. */
  void sounds(Prompts from, List<Saying> sayings, String language, Map<String, String> arguments, Consumer<List<Sound>> ready) {
    give(sayings.stream().map(saying -> sound(from, saying, language, arguments)).toList(), ready);
  }

  /** The same of what the queue says, which is by the configuration in force. */
  void sounds(List<Said> said, String language, Consumer<List<Sound>> ready) {
    give(said.stream().map(each -> sound(prompts, Saying.of(each.prompt()), language, each.arguments())).toList(), ready);
  }

  private void give(List<CompletableFuture<List<Sound>>> each, Consumer<List<Sound>> ready) {
    CompletableFuture<Void> all = CompletableFuture.allOf(each.toArray(CompletableFuture[]::new));
    if (all.isDone()) {
      ready.accept(made(each));
    } else {
      all.thenRun(() -> owner.execute(() -> ready.accept(made(each))));
    }
  }

  private static CompletableFuture<List<Sound>> sound(Prompts prompts, Saying saying, String callers, Map<String, String> arguments) {
    return switch (saying) {
      case Saying.Prompt prompt -> {
        String language = prompt.language().isEmpty() ? callers : prompt.language();
        yield made(language + "/" + prompt.id(), prompts.sounds(language, prompt.id(), arguments));
      }
      case Saying.Text text -> made(callers + "/" + text, prompts.spoken(callers, text.byLanguage().getOrDefault(callers, ""), arguments));
    };
  }

  private static CompletableFuture<List<Sound>> made(String what, CompletionStage<List<Sound>> sounds) {
    return sounds.toCompletableFuture().handle((ready, failure) -> {
      if (failure != null) {
        LOG.warn("prompt {} cannot be said: {}", what, failure.getMessage());
      }
      return failure == null ? ready : List.of();
    });
  }

  private static List<Sound> made(List<CompletableFuture<List<Sound>>> each) {
    return each.stream().flatMap(sounds -> sounds.join().stream()).toList();
  }
}
