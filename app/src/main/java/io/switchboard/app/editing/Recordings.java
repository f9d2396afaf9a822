package io.switchboard.app.editing;

import io.switchboard.core.line.Sound;
import io.switchboard.core.signal.PromptRequest;
import io.switchboard.core.signal.PromptRequest.HearRecording;
import io.switchboard.core.signal.PromptRequest.ListPrompts;
import io.switchboard.core.signal.PromptRequest.Outcome;
import io.switchboard.core.signal.PromptRequest.PutRecording;
import io.switchboard.core.signal.PromptRequest.Reason;
import io.switchboard.core.signal.PromptRequest.RemoveRecording;
import io.switchboard.core.signal.PromptRequest.Shown;
import io.switchboard.core.signal.ReloadRequest;
import io.switchboard.core.signal.Words;
import io.switchboard.ivr.adapter.espeak.RecordingCheck;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers who lists prompts, or hears or changes what was recorded of them, from a thread that may wait. */
public final class Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
  /** What a prompt sounds like lies on disk as WAV of 8 kHz, mono, 16 bit. */
  private static final int HEAD_BYTES = 44;

  private static final int BYTES_A_MS = 16;

  private final Path directory;
  private final ConfigurationFolder folder;
  private final Editing editing;
  private final InForce inForce;
  private final Supplier<Prompts> prompts;

  /**
   * @param directory from which the configuration in force was read
   * @param editing nothing else is changed while a recording is
   * @param prompts those in force
   */
  public Recordings(Path directory, Editing editing, InForce inForce, Supplier<Prompts> prompts) {
    this.directory = directory;
    this.folder = new ConfigurationFolder(directory);
    this.editing = editing;
    this.inForce = inForce;
    this.prompts = prompts;
  }

  private interface Work {
    Outcome done(Prompt prompt) throws IOException;
  }

  public Outcome answer(PromptRequest request) {
    return switch (request) {
      case ListPrompts all -> {
        Prompts now = prompts.get();
        yield new Outcome.Prompts(now.book().all().stream().map(prompt -> shown(now, prompt)).toList());
      }
      case HearRecording hear -> of(hear.language(), hear.name(), hear.by(), this::hear);
      case PutRecording put -> of(put.language(), put.name(), put.by(), prompt -> checked(prompt, put.content(), put.by()));
      case RemoveRecording gone -> of(gone.language(), gone.name(), gone.by(), prompt -> removed(prompt, gone.by()));
    };
  }

  private Outcome of(String language, String name, String by, Work work) {
    Optional<Prompt> prompt = prompts.get().book().find(language, name);
    if (prompt.isEmpty()) {
      return refused(Reason.UNKNOWN_PROMPT, language + "/" + name);
    }
    try {
      return work.done(prompt.get());
    } catch (IOException | CompletionException broken) {
      LOG.warn("{} asked for the recording {}/{}: nothing changed", by, language, name, broken);
      return refused(Reason.NOT_WRITABLE, String.valueOf(broken.getMessage()));
    }
  }

  private static Outcome refused(Reason reason, String about) {
    return new Outcome.Refused(reason, Words.of(about));
  }

  private Outcome hear(Prompt prompt) {
    return prompt.recording().isEmpty()
        ? refused(Reason.NOT_RECORDED, prompt.language() + "/" + prompt.id())
        : new Outcome.Recording(
            wav(prompts.get().sounds(prompt.language(), prompt.id(), Map.of()).toCompletableFuture().join().getFirst()));
  }

  private Outcome checked(Prompt prompt, byte[] content, String by) throws IOException {
    if (!prompt.placeholders().isEmpty()) {
      return refused(Reason.NEEDS_VALUES, String.join(", ", prompt.placeholders()));
    }
    return switch (RecordingCheck.check(content)) {
      case RecordingCheck.Bad bad -> new Outcome.Refused(Reason.WRONG_SOUND, new Words(
          bad.wrong().english() + "; send " + bad.right().english(), bad.wrong().chinese() + "；请发送" + bad.right().chinese()));
      case RecordingCheck.Good good -> changed(prompt, good.wav(), by);
    };
  }

  private Outcome removed(Prompt prompt, String by) throws IOException {
    return prompt.recording().isEmpty()
        ? refused(Reason.NOT_RECORDED, prompt.language() + "/" + prompt.id()) : changed(prompt, null, by);
  }

  /** {@code sound}: what callers hear from now on; null: the text. */
  private Outcome changed(Prompt prompt, byte @Nullable [] sound, String by) throws IOException {
    String file = "prompts/" + prompt.language() + "/" + prompt.id() + ".wav";
    return editing.alone(() -> {
      Path path = directory.resolve(file);
      byte[] before = Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
      String kept = put(file, sound, by);
      return switch (inForce.take(by)) {
        case ReloadRequest.Outcome.Done done -> {
          LOG.info("{} changed {}, the one before is {}", by, file, kept.isEmpty() ? "none" : kept);
          Prompts now = prompts.get();
          yield new Outcome.Done(shown(now, now.book().find(prompt.language(), prompt.id()).orElse(prompt)));
        }
        case ReloadRequest.Outcome.Refused meanwhile -> { // what stands in other files cannot be taken
          LOG.warn("{} changed {}, which could not be taken: all is as before", by, file);
          put(file, before, by);
          yield refused(Reason.WRONG_SETTINGS, String.join("; ", meanwhile.wrongs()));
        }
      };
    });
  }

  private String put(String file, byte @Nullable [] sound, String by) throws IOException {
    return sound == null ? folder.removeKept(file, by) : folder.put(Map.of(file, sound), by).getOrDefault(file, "");
  }

  private static Path wav(Sound sound) {
    return Path.of(sound.file() + ".wav");
  }

  private static Shown shown(Prompts prompts, Prompt prompt) {
    return new Shown(
        prompt.language(), prompt.id(), prompt.text(), prompt.recording().isPresent(), List.copyOf(prompt.placeholders()), ms(prompts, prompt));
  }

  private static @Nullable Long ms(Prompts prompts, Prompt prompt) {
    if (!prompt.placeholders().isEmpty()) {
      return null;
    }
    try {
      List<Sound> sounds = prompts.sounds(prompt.language(), prompt.id(), Map.of()).toCompletableFuture().getNow(List.of());
      long ms = 0;
      for (Sound sound : sounds) {
        ms += (Files.size(wav(sound)) - HEAD_BYTES) / BYTES_A_MS;
      }
      return sounds.isEmpty() ? null : ms;
    } catch (IOException | CompletionException notSpoken) {
      return null;
    }
  }
}
