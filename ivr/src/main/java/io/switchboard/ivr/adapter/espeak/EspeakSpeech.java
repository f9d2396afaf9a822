package io.switchboard.ivr.adapter.espeak;

import io.switchboard.core.line.Sound;
import io.switchboard.ivr.prompt.Speech;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Speaks by espeak-ng, on virtual threads, as many at once as there are processors. Never speaks the same text twice. */
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

  /**
   * From speech to telephone: 8 kHz, as loud as it goes without clipping (-3 dBFS), silence trimmed so that a caller who pressed a key
   * hears the first tone at once, and a short breath at the end.
   */
  private static final List<String> TELEPHONE = List.of(
      "gain", "-6", "highpass", "200", "rate", "8000", "norm", "-3",
      "silence", "1", "1s", "1%", "reverse", "silence", "1", "10s", "0.5%", "reverse", "pad", "0", "0.2");

  private final SoundFiles files;
  private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final Map<String, CompletableFuture<Sound>> sounds = new ConcurrentHashMap<>();

  @FunctionalInterface
  private interface Making {
    /** Puts speech of any rate into {@code raw}. */
    void into(Path raw) throws IOException;
  }

  /** {@code directory}: where sounds are kept; made if missing. The telephone server reads them under the same path. */
  public EspeakSpeech(Path directory) {
    files = new SoundFiles(directory);
  }

  @Override
  public CompletionStage<Sound> say(String language, String text) {
    String voice = voice(language);
    String key = "say\n" + EDITION + "\n" + voice + "\n" + SPEED + "\n" + text;
    return sounds.computeIfAbsent(key, k -> begin(k, language + "-" + digest(k.getBytes(StandardCharsets.UTF_8)), raw ->
        Commands.run(List.of("espeak-ng", "-b", "1", "-v", voice, "-s", SPEED, "-w", raw.toString(), "--stdin"), text)));
  }

  @Override
  public CompletionStage<Sound> recording(Path wav) {
    String key = "recording\n" + wav;
    return sounds.computeIfAbsent(key, k -> {
      CompletableFuture<Sound> made = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> finish(k, made, () -> {
        byte[] content = Files.readAllBytes(wav);
        return make("recording-" + digest((EDITION + digest(content)).getBytes(StandardCharsets.UTF_8)), raw -> Files.write(raw, content));
      }));
      return made;
    });
  }

  /** A language that is not ours is taken for a voice of espeak-ng. */
  static String voice(String language) {
    return VOICES.getOrDefault(language, language);
  }

  private CompletableFuture<Sound> begin(String key, String name, Making making) {
    if (files.has(name)) {
      return CompletableFuture.completedFuture(files.sound(name));
    }
    CompletableFuture<Sound> made = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> finish(key, made, () -> make(name, making)));
    return made;
  }

  @FunctionalInterface
  private interface Maker {
    Sound make() throws IOException;
  }

  private void finish(String key, CompletableFuture<Sound> made, Maker maker) {
    processors.acquireUninterruptibly();
    try {
      made.complete(maker.make());
    } catch (IOException | RuntimeException failure) {
      sounds.remove(key, made); // the next request tries anew
      made.completeExceptionally(new CompletionException(failure.getMessage(), failure));
    } finally {
      processors.release();
    }
  }

  private Sound make(String name, Making making) throws IOException {
    if (!files.has(name)) {
      Path workplace = files.workplace();
      try {
        Path raw = workplace.resolve("raw.wav");
        making.into(raw);
        Path wav = workplace.resolve("telephone.wav");
        Commands.run(sox(raw, wav), "");
        files.publish(workplace, wav, name);
      } finally {
        SoundFiles.remove(workplace);
      }
    }
    return files.sound(name);
  }

  private static List<String> sox(Path raw, Path wav) {
    List<String> command = new ArrayList<>(List.of("sox", "-D", raw.toString(), "-c", "1", "-b", "16", wav.toString()));
    command.addAll(TELEPHONE);
    return command;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
