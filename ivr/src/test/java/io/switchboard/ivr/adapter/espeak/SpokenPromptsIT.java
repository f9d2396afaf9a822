package io.switchboard.ivr.adapter.espeak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.line.Sound;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.PromptBook;
import io.switchboard.ivr.prompt.Prompts;
import io.switchboard.ivr.prompt.reading.Reading;
import io.switchboard.ivr.prompt.reading.Readings;
import io.switchboard.ivr.prompt.reading.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every prompt that we ship and the hold music, made by the real espeak-ng and SoX. */
class SpokenPromptsIT {
  @TempDir
  Path directory;

  private static PromptBook shipped() {
    List<Problem> problems = new ArrayList<>();
    PromptBook book = FlowFiles.prompts(Path.of("../config"), problems);
    assertEquals(List.of(), problems);
    return book;
  }

  @Test
  void everyPromptIsSpokenAheadInBothLanguagesFitForTheTelephone() throws Exception {
    Path sounds = directory.resolve("var/sounds");
    List<String> positions = IntStream.rangeClosed(1, 3).mapToObj(String::valueOf).toList();
    PromptBook book = shipped();
    Prompts prompts = new Prompts(book, new EspeakSpeech(sounds), Map.of("position", positions));
    List<String> progress = Collections.synchronizedList(new ArrayList<>());
    int failed = prompts.prepare((done, total, prompt, failure) -> progress.add(done + "/" + total + " " + failure))
        .toCompletableFuture().get(120, TimeUnit.SECONDS);
    assertEquals(0, failed, progress::toString);
    assertTrue(progress.size() > book.all().size() && progress.contains(progress.size() + "/" + progress.size() + " "), progress::toString);
    for (Prompt prompt : book.all()) {
      if (Set.of("position").containsAll(prompt.placeholders())) {
        List<Sound> made = prompts.sounds(prompt.language(), prompt.id(), Map.of("position", "2")).toCompletableFuture().getNow(List.of());
        assertEquals(1, made.size(), prompt.toString());
        assertSpoken(prompt, made.getFirst());
      }
    }
    for (String language : List.of("en", "zh")) {
      Map<String, String> number = Map.of("number", "0123456789");
      assertEquals(12, prompts.sounds(language, "callback-confirm", number).toCompletableFuture().getNow(List.of()).size(), "all made ahead");
    }
    try (var values = Files.list(sounds.resolve("values"))) {
      assertEquals(0, values.count(), "nothing of a caller was made");
    }
    try (var left = Files.list(sounds)) {
      assertFalse(left.anyMatch(file -> file.getFileName().toString().startsWith(".")), "nothing half made is left");
    }
    assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(sounds)));
  }

  private static void assertSpoken(Prompt prompt, Sound sound) throws IOException, UnsupportedAudioFileException {
    short[] samples = samples(Path.of(sound.file() + ".wav"));
    double seconds = samples.length / 8000.0;
    String name = prompt.language() + "/" + prompt.id() + " " + seconds + " s";
    assertTrue(seconds > 0.6 && seconds < 12, name);
    assertEquals(samples.length, Files.size(Path.of(sound.file() + ".ulaw")), name + ": a byte for each sample");
    assertEquals(samples.length, Files.size(Path.of(sound.file() + ".alaw")), name);
    int peak = peak(samples);
    assertTrue(peak > 0.6 * 32767 && peak < 0.75 * 32767, name + ": -3 dBFS, not " + peak);
    assertTrue(firstLoud(samples) < 80, name + ": within 10 ms there is a tone, not after " + firstLoud(samples) + " samples");
    for (String format : List.of(".wav", ".ulaw", ".alaw")) {
      assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(sound.file() + format))));
    }
  }

  /** espeak-ng's plain Chinese voice takes pinyin for English; its phonemes then say "(en)". */
  @Test
  void chineseIsReadAsChinese() throws IOException {
    for (Prompt prompt : shipped().all()) {
      if (prompt.language().equals("zh")) {
        String phonemes = Commands.run(List.of("espeak-ng", "-q", "-x", "-v", EspeakSpeech.voice("zh"), "--stdin"),
            prompt.text().replaceAll("\\{[^}]*}", "十二"));
        assertFalse(phonemes.contains("(en)"), prompt.id() + ": " + phonemes);
      }
    }
  }

  @Test
  void whenATextWasSpokenBefore_thenItIsThereAtOnceAlsoAfterARestart() throws Exception {
    EspeakSpeech speech = new EspeakSpeech(directory);
    Sound first = speech.say("en", "Hello there.").toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertSame(first, speech.say("en", "Hello there.").toCompletableFuture().getNow(null));
    assertEquals(first, new EspeakSpeech(directory).say("en", "Hello there.").toCompletableFuture().getNow(null));
  }

  @Test
  void whenAValueIsAskedForTwiceAtOnce_thenItIsSpokenOnce_andThenThereAtOnce() throws Exception {
    EspeakSpeech speech = new EspeakSpeech(directory);
    CompletionStage<Sound> first = speech.passing("en", "twelve euros");
    assertSame(first, speech.passing("en", "twelve euros"));
    Sound sound = first.toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertEquals(directory.resolve("values"), Path.of(sound.file()).getParent());
    assertTrue(samples(Path.of(sound.file() + ".wav")).length > 4000);
    assertEquals(sound, speech.passing("en", "twelve euros").toCompletableFuture().getNow(null));
    assertEquals(sound, new EspeakSpeech(directory).passing("en", "twelve euros").toCompletableFuture().getNow(null));
  }

  @Test
  void whenNobodyAsksForAValueAnyMore_thenItsSoundsAreRemoved() throws Exception {
    PassingSounds.Limits soon = new PassingSounds.Limits(100, Duration.ofMillis(100), Duration.ofMillis(800));
    EspeakSpeech speech = new EspeakSpeech(directory, soon);
    Path sound = Path.of(speech.passing("zh", "五元").toCompletableFuture().get(30, TimeUnit.SECONDS).file() + ".ulaw");
    for (int i = 0; i < 600 && Files.exists(sound); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    try (var left = Files.list(directory.resolve("values"))) {
      assertEquals(0, left.count());
    }
    assertTrue(Files.exists(Path.of(speech.passing("zh", "五元").toCompletableFuture().get(30, TimeUnit.SECONDS).file() + ".ulaw")), "made anew");
  }

  @Test
  void everySignOfANumberIsHeard() throws Exception {
    EspeakSpeech speech = new EspeakSpeech(directory);
    for (String language : List.of("en", "zh")) {
      Spoken.Signs signs = assertInstanceOf(
          Spoken.Signs.class, Readings.read(language, Reading.DIGITS, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", ""));
      for (String sign : signs.each()) {
        Sound sound = speech.say(language, sign).toCompletableFuture().get(30, TimeUnit.SECONDS);
        double seconds = samples(Path.of(sound.file() + ".wav")).length / 8000.0;
        assertTrue(seconds > 0.3 && seconds < 1.5, language + " " + sign + ": " + seconds + " s");
      }
    }
  }

  @Test
  void whenTheTextLooksLikeAnOption_thenItIsSpokenAllTheSame() throws Exception {
    Sound sound = new EspeakSpeech(directory).say("en", "--version; $(reboot) `id`").toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertTrue(samples(Path.of(sound.file() + ".wav")).length > 8000);
  }

  @Test
  void whenALanguageCannotBeSpoken_thenTheFailureSaysSoAndNothingIsLeft() throws IOException {
    EspeakSpeech speech = new EspeakSpeech(directory);
    CompletionException failure = assertThrows(CompletionException.class, () -> speech.say("tlh-nope", "x").toCompletableFuture().join());
    assertTrue(failure.getMessage().contains("espeak-ng failed"), failure.getMessage());
    try (var left = Files.walk(directory)) {
      assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void whenThereIsARecording_thenItIsHeardInsteadOfTheText() throws Exception {
    Path wav = directory.resolve("hello.wav");
    Commands.run(List.of("sox", "-n", "-r", "44100", "-c", "2", wav.toString(), "synth", "2", "sine", "440"), "");
    Prompt prompt = new Prompt("en", "hello", "Hello", Optional.of(wav));
    PromptBook book = new PromptBook(Map.of("en", Map.of("hello", prompt)));
    Prompts prompts = new Prompts(book, new EspeakSpeech(directory.resolve("s")), Map.of());
    Sound sound = prompts.sounds("en", "hello", Map.of()).toCompletableFuture().get(30, TimeUnit.SECONDS).getFirst();
    double seconds = samples(Path.of(sound.file() + ".wav")).length / 8000.0;
    assertEquals(2.2, seconds, 0.05, "the two seconds of the recording and the breath at the end");
  }

  @Test
  void holdMusicIsQuietLongAndMadeOnce() throws Exception {
    Files.write(directory.resolve("switchboard-hold-1.ulaw"), new byte[8000]);
    HoldMusic.renderInto(directory);
    Path ulaw;
    try (var files = Files.newDirectoryStream(directory, "*.ulaw")) {
      ulaw = files.iterator().next();
    }
    long seconds = Files.size(ulaw) / 8000;
    assertTrue(seconds >= 30 && seconds <= 60, seconds + " s");
    short[] samples = samples(Path.of(ulaw.toString().replace(".ulaw", ".wav")));
    assertTrue(peak(samples) < 0.25 * 32767 && peak(samples) > 0.1 * 32767, "a peak of -14 dBFS, not " + peak(samples));
    assertTrue(firstLoud(samples) > 0.4 * 8000, "who is greeted at once hears nothing of it");
    assertTrue(Math.abs(samples[0]) < 100 && Math.abs(samples[samples.length - 1]) < 100, "it begins and ends in silence");
    Object before = Files.getLastModifiedTime(ulaw);
    HoldMusic.renderInto(directory);
    assertEquals(before, Files.getLastModifiedTime(ulaw));
  }

  @Test
  void theComfortBeginsWithSilence_isSoft_andNeverSilentForLong() throws Exception {
    ComfortSound.renderInto(directory);
    Path wav;
    try (var files = Files.newDirectoryStream(directory, "*.wav")) {
      wav = files.iterator().next();
    }
    short[] samples = samples(wav);
    assertTrue(peak(samples) < 0.09 * 32767 && peak(samples) > 0.05 * 32767, "a peak of -22 dBFS, not " + peak(samples));
    assertTrue(firstLoud(samples) > 3.5 * 8000, "who thinks for a moment hears nothing");
    int last = samples.length - 1;
    while (Math.abs(samples[last]) < 328) {
      last--;
    }
    double silentS = (samples.length - last + firstLoud(samples)) / 8000.0;
    assertTrue(silentS <= ComfortSound.MOST_SILENT_S, silentS + " s");
  }

  private static short[] samples(Path wav) throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
      AudioFormat format = in.getFormat();
      assertEquals(8000, format.getSampleRate());
      assertEquals(1, format.getChannels());
      assertEquals(16, format.getSampleSizeInBits());
      byte[] bytes = in.readAllBytes();
      short[] samples = new short[bytes.length / 2];
      java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
      return samples;
    }
  }

  private static int peak(short[] samples) {
    int peak = 0;
    for (short sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  /** The first sample above -40 dBFS. */
  private static int firstLoud(short[] samples) {
    int at = 0;
    while (at < samples.length && Math.abs(samples[at]) < 328) {
      at++;
    }
    return at;
  }
}
