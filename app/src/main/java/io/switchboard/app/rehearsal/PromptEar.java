package io.switchboard.app.rehearsal;

import io.switchboard.app.ExternalAsterisk;
import io.switchboard.app.Sayings;
import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.Prompts;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.audio.Ear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** An ear that knows what the callers of a rehearsal may hear. */
public final class PromptEar {
  private PromptEar() {}

  /**
   * An ear that knows every prompt as {@code language/id}, and the music as {@code music}.
   *
   * @param arguments for prompts with placeholders; those that need others are unknown to it
   */
  public static Ear of(Rehearsal rehearsal, Map<String, String> arguments) {
    return new Ear(prompts(rehearsal, arguments), Map.of("music", music(ExternalAsterisk.music(rehearsal.configuration()))));
  }

  /** The WAV file of each prompt by {@code language/id}; what was not spoken yet is spoken now. */
  public static Map<String, Path> prompts(Rehearsal rehearsal, Map<String, String> arguments) {
    try {
      Prompts prompts =
          Sayings.load(rehearsal.config(), rehearsal.configuration(), rehearsal.home().resolve("data/sounds")).prompts();
      Map<String, Path> files = new LinkedHashMap<>();
      for (Prompt prompt : prompts.book().all()) {
        if (arguments.keySet().containsAll(prompt.placeholders())) {
          String sound = prompts.sound(prompt.language(), prompt.id(), arguments).toCompletableFuture().join().file();
          files.put(prompt.language() + "/" + prompt.id(), Path.of(sound + ".wav"));
        }
      }
      return files;
    } catch (IOException | ConfigurationException | CompletionException e) {
      throw new ServerException("the prompts cannot be had: " + e.getMessage(), e);
    }
  }

  private static Path music(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".wav")).findFirst()
          .orElseThrow(() -> new ServerException("there is no music in " + directory));
    } catch (IOException e) {
      throw new ServerException("the music cannot be read: " + e.getMessage(), e);
    }
  }
}
