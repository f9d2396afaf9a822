package io.switchboard.ivr.adapter.espeak;

import io.switchboard.core.line.Sound;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.prompt.Speech;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Speaks by espeak-ng, on virtual threads, as many at once as there are processors; values of callers do not wait behind what is made ahead.
 * Never speaks the same text twice at once.
 */
public final class EspeakSpeech implements Speech {
  /** Changes when the same text is to sound different, so that old sounds are not taken for it. */
  private static final String EDITION = "1";

  /**
   * espeak-ng's voices for our languages. Its plain voice {@code cmn} turns Chinese characters to pinyin and reads that as English, "nin
   * two" (espeak-ng issue 1236, seen with 1.51); {@code cmn-latn-pinyin} reads it as Chinese.
   */
  private static final Map<String, String> VOICES = Map.of("en", "en-gb", "zh", "cmn-latn-pinyin");

  /** Words a minute: a little slower than espeak-ng's 175, for the telephone takes the high tones away. */
  private static final String SPEED = "150";

  private final SoundFiles files;
  private final PassingSounds passing;
  private final Semaphore keeping = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final Semaphore answering = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final Map<String, CompletableFuture<Sound>> sounds = new ConcurrentHashMap<>();
  /** Passing sounds that are being made, by name; those that are made are known by their files alone. */
  private final Map<String, CompletableFuture<Sound>> underWay = new ConcurrentHashMap<>();

  @FunctionalInterface
  private interface Making {
    /** Puts sound for the telephone into {@code wav}, which is not there yet; the directory around it is thrown away. */
    void into(Path wav) throws IOException;
  }

  @FunctionalInterface
  private interface Maker {
    Sound make() throws IOException;
  }

  /**
   * @param directory where sounds are kept for good, and in its {@code values} those of callers for some hours; made if missing. The
   *     telephone server reads them under the same path.
   */
  public EspeakSpeech(Path directory) {
    this(directory, PassingSounds.Limits.USUAL);
  }

  EspeakSpeech(Path directory, PassingSounds.Limits limits) {
    files = new SoundFiles(directory);
    passing = new PassingSounds(directory.resolve("values"), limits);
  }

  @Override
  public CompletionStage<Sound> say(String language, String text) {
    String name = name(language, text);
    return sounds.computeIfAbsent(name, key -> files.has(name)
        ? CompletableFuture.completedFuture(files.sound(name))
        : begin(keeping, () -> make(files, name, wav -> speak(language, text, wav)), failed -> sounds.remove(key, failed), made -> {}));
  }

  @Override
  public CompletionStage<Sound> passing(String language, String text) {
    String name = name(language, text);
    CompletableFuture<Sound> sound = underWay.computeIfAbsent(name, key -> passing.promise(name)
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> begin(answering, () -> {
          passing.makeRoom();
          return make(passing.files(), name, wav -> speak(language, text, wav));
        }, failed -> underWay.remove(key, failed), made -> underWay.remove(key, made))));
    if (sound.isDone()) {
      underWay.remove(name, sound);
    }
    return sound;
  }

  @Override
  public CompletionStage<Sound> recording(Path file) {
    return sounds.computeIfAbsent("recording\n" + file, key -> begin(keeping, () -> {
      byte[] content = Files.readAllBytes(file);
      return make(files, "recording-" + digest(EDITION + digest(content)), wav -> Files.write(wav, telephone(content)));
    }, failed -> sounds.remove(key, failed), made -> {}));
  }

  private static byte[] telephone(byte[] content) throws IOException {
    return switch (RecordingCheck.check(content)) {
      case RecordingCheck.Good good -> good.wav();
      case RecordingCheck.Bad bad -> throw new BadRecording(bad);
    };
  }

  /**
   * What is wrong with the recordings of a book. Those that are right are ready to be played then. A machine that cannot check, e.g. for it
   * has no SoX, finds nothing wrong. Blocks until all are checked, for new ones some tenths of a second each.
   */
  public List<Problem> problems(PromptBook book) {
    List<Path> recordings = book.all().stream().flatMap(prompt -> prompt.recording().stream()).toList();
    List<CompletableFuture<Optional<Problem>>> checks = recordings.stream()
        .map(file -> recording(file).handle((sound, failure) -> problem(file, failure)).toCompletableFuture())
        .toList();
    return checks.stream().flatMap(check -> check.join().stream()).sorted().toList();
  }

  private static Optional<Problem> problem(Path file, @Nullable Throwable failure) {
    if (!(failure instanceof CompletionException) || !(failure.getCause() instanceof BadRecording found)) {
      return Optional.empty();
    }
    int names = file.getNameCount();
    String shown = (names > 3 ? file.subpath(names - 3, names) : file).toString(); // prompts/<language>/<id>.wav
    return Optional.of(new Problem(shown, 0, "", found.bad.wrong().english(), found.bad.right().english()));
  }

  private static final class BadRecording extends IOException {
    private static final long serialVersionUID = 1;

    private final transient RecordingCheck.Bad bad;

    BadRecording(RecordingCheck.Bad bad) {
      super(bad.wrong().english());
      this.bad = bad;
    }
  }

  /** A language that is not ours is taken for a voice of espeak-ng. */
  static String voice(String language) {
    return VOICES.getOrDefault(language, language);
  }

  private static void speak(String language, String text, Path wav) throws IOException {
    Path raw = wav.resolveSibling("raw.wav");
    Commands.run(List.of("espeak-ng", "-b", "1", "-v", voice(language), "-s", SPEED, "-w", raw.toString(), "--stdin"), text);
    Telephone.convert(raw, wav);
  }

  /** {@code failed}, {@code made}: told after it was completed so, on the thread that made it. */
  private static CompletableFuture<Sound> begin(
      Semaphore processors, Maker maker, Consumer<CompletableFuture<Sound>> failed, Consumer<CompletableFuture<Sound>> made) {
    CompletableFuture<Sound> sound = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> {
      processors.acquireUninterruptibly();
      try {
        sound.complete(maker.make());
        made.accept(sound);
      } catch (IOException | RuntimeException failure) {
        failed.accept(sound); // the next request tries anew
        sound.completeExceptionally(new CompletionException(failure.getMessage(), failure));
      } finally {
        processors.release();
      }
    });
    return sound;
  }

  private static Sound make(SoundFiles files, String name, Making making) throws IOException {
    if (!files.has(name)) {
      Path workplace = files.workplace();
      try {
        Path wav = workplace.resolve("telephone.wav");
        making.into(wav);
        files.publish(workplace, wav, name);
      } finally {
        SoundFiles.remove(workplace);
      }
    }
    return files.sound(name);
  }

  private static String name(String language, String text) {
    return language + "-" + digest("say\n" + EDITION + "\n" + voice(language) + "\n" + SPEED + "\n" + text);
  }

  private static String digest(String content) {
    return digest(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
