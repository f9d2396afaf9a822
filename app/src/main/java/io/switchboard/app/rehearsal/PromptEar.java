package io.switchboard.app.rehearsal;

import io.switchboard.app.ExternalAsterisk;
import io.switchboard.app.Music;
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
import java.util.concurrent.CompletionStage;
import java.util.Optional;
import java.util.List;
import io.switchboard.core.line.Sound;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** An ear that knows what the callers of a rehearsal may hear. */
public final class PromptEar {
  /** The soft sound while nothing is said. */
  public static final String COMFORT = "comfort";

  private PromptEar() {}

  /**
   * An ear that knows every prompt as {@code language/id}, every text of a flow as {@code language/flow/step}, the music as {@code music}, and what
   * says that the line is alive as {@link #COMFORT}.
   *
   * @param arguments for prompts with placeholders; those that need others are unknown to it
   */
  public static Ear of(Rehearsal rehearsal, Map<String, String> arguments) {
    return knowing(rehearsal, prompts(rehearsal, arguments));
  }

  /** An ear that knows these, by any name, and the music and the sound of a line that is alive. */
  public static Ear knowing(Rehearsal rehearsal, Map<String, Path> prompts) {
    Path sounds = ExternalAsterisk.sounds(rehearsal.configuration());
    return new Ear(prompts, Map.of("music", only(Music.waiting(sounds)), COMFORT, only(Music.comfort(sounds))));
  }

  /** The WAV file of each prompt by {@code language/id}, and of each text of a flow by {@code language/flow/step}; what was not spoken yet is spoken now. */
  public static Map<String, Path> prompts(Rehearsal rehearsal, Map<String, String> arguments) {
    try {
      Sayings sayings = Sayings.load(rehearsal.config(), rehearsal.configuration(), rehearsal.home().resolve("data/sounds"));
      Prompts prompts = sayings.prompts();
      Map<String, Path> files = new LinkedHashMap<>();
      for (Prompt prompt : prompts.book().all()) {
        if (arguments.keySet().containsAll(prompt.placeholders())) {
          whole(prompts.sounds(prompt.language(), prompt.id(), arguments)).ifPresent(file -> files.put(prompt.language() + "/" + prompt.id(), file));
        }
      }
      for (Prompt text : sayings.flows().texts()) {
        if (text.placeholders().isEmpty()) {
          whole(prompts.spoken(text.language(), text.text(), Map.of())).ifPresent(file -> files.put(text.language() + "/" + text.id(), file));
        }
      }
      return files;
    } catch (IOException | ConfigurationException | CompletionException e) {
      throw new ServerException("the prompts cannot be had: " + e.getMessage(), e);
    }
  }

  /** What is said in one piece; a text in several pieces is heard as such, and has no file. */
  private static Optional<Path> whole(CompletionStage<List<Sound>> said) {
    List<Sound> sounds = said.toCompletableFuture().join();
    return sounds.size() == 1 ? Optional.of(Path.of(sounds.getFirst().file() + ".wav")) : Optional.empty();
  }

  private static Path only(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".wav")).findFirst()
          .orElseThrow(() -> new ServerException("there is no music in " + directory));
    } catch (IOException e) {
      throw new ServerException("the music cannot be read: " + e.getMessage(), e);
    }
  }
}
