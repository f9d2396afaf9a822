package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.editing.Editing;
import io.switchboard.app.editing.Recordings;
import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.core.release.MemoryReleases;
import io.switchboard.core.signal.PromptRequest;
import io.switchboard.core.signal.PromptRequest.HearRecording;
import io.switchboard.core.signal.PromptRequest.Outcome;
import io.switchboard.core.signal.PromptRequest.PutRecording;
import io.switchboard.core.signal.PromptRequest.Reason;
import io.switchboard.core.signal.PromptRequest.RemoveRecording;
import io.switchboard.core.signal.PromptRequest.Shown;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of prompts, from their upload to what is in force. */
class RecordingsTest {
  private static final String ADA = "demo/ada";

  /** What is spoken, for all tests: it takes seconds. */
  @TempDir private static Path sounds;

  @TempDir private Path directory;
  private final MemoryReleases releases = new MemoryReleases();
  private Recordings recordings;
  private Reload reload;

  @BeforeEach
  void open() throws Exception {
    Checkout.copyConfiguration(directory);
    Configuration configuration = ConfigurationFiles.load(directory);
    Sayings sayings = Sayings.load(directory, configuration, sounds);
    reload = new Reload(configuration, sayings, System::getenv, releases, (taken, spoken) -> {});
    recordings = new Recordings(directory, new Editing(directory, reload, releases), reload, reload::prompts);
  }

  /** Whoever lists prompts lets speak what was not spoken yet; no file may come when the directory is gone. */
  @AfterEach
  void close() {
    reload.prompts().prepare((done, total, prompt, failure) -> {}).toCompletableFuture().join();
  }

  private static byte[] tone(double hertz, double seconds) throws Exception {
    return wav(seconds, second -> Math.sin(2 * Math.PI * hertz * second));
  }

  /** As a studio gives it: 44.1 kHz, stereo, 16 bit. {@code wave}: second → -1 to 1. */
  private static byte[] wav(double seconds, DoubleUnaryOperator wave) throws Exception {
    int frames = (int) (44_100 * seconds);
    byte[] bytes = new byte[4 * frames];
    for (int i = 0; i < frames; i++) {
      short sample = (short) (8_000 * wave.applyAsDouble(i / 44_100.0));
      for (int channel = 0; channel < 2; channel++) {
        bytes[4 * i + 2 * channel] = (byte) sample;
        bytes[4 * i + 2 * channel + 1] = (byte) (sample >> 8);
      }
    }
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(bytes), new AudioFormat(44_100, 16, 2, true, false), frames), AudioFileFormat.Type.WAVE, wav);
    return wav.toByteArray();
  }

  /** A tone that goes up and down, so that an ear can tell where in it it is. */
  static byte[] melody(double seconds) throws Exception {
    return wav(seconds, second -> Math.sin(2 * Math.PI * (400 * second + 40 * Math.sin(3 * second) + 90 * second * second)));
  }

  private Outcome put(String language, String name, byte[] content) {
    return recordings.answer(new PutRecording(language, name, content, ADA));
  }

  private Shown closed() {
    return ((Outcome.Prompts) recordings.answer(new PromptRequest.ListPrompts(ADA))).prompts().stream()
        .filter(prompt -> prompt.language().equals("zh") && prompt.name().equals("closed")).findFirst().orElseThrow();
  }

  private byte[] heard() throws Exception {
    return Files.readAllBytes(((Outcome.Recording) recordings.answer(new HearRecording("zh", "closed", ADA))).wav());
  }

  private List<Path> history() throws Exception {
    Path history = directory.resolve(".history/prompts/zh");
    try (Stream<Path> all = Files.list(history)) {
      return all.sorted().toList();
    }
  }

  private void assertRefused(Reason reason, String words, Outcome outcome) {
    Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, outcome);
    assertEquals(reason, refused.reason(), refused.toString());
    assertTrue(refused.about().english().contains(words), refused.toString());
  }

  @Test
  void aRecordingIsConverted_onDiskAndInForce_andTheOneBeforeIsKept() throws Exception {
    assertFalse(closed().recorded());
    Shown shown = ((Outcome.Done) put("zh", "closed", tone(440, 2))).prompt();
    assertEquals(shown, closed());
    assertTrue(shown.recorded() && shown.durationMs() >= 2_000 && shown.durationMs() <= 2_400, shown.toString());
    byte[] first = Files.readAllBytes(directory.resolve("prompts/zh/closed.wav"));
    assertEquals(8_000, AudioSystem.getAudioFileFormat(new ByteArrayInputStream(first)).getFormat().getSampleRate());
    byte[] asHeard = heard();
    put("zh", "closed", tone(660, 1));
    assertArrayEquals(first, Files.readAllBytes(history().getFirst()));
    assertFalse(Arrays.equals(asHeard, heard()), "the new one is in force");
    String log = Files.readString(directory.resolve(".history/changes.log"));
    assertEquals(2, log.lines().filter(line -> line.contains("\tdemo/ada\tprompts/zh/closed.wav\t")).count(), log);
  }

  @Test
  void onceItIsRemovedTheTextIsSpokenAgain() throws Exception {
    put("zh", "closed", tone(440, 1));
    byte[] recorded = Files.readAllBytes(directory.resolve("prompts/zh/closed.wav"));
    Outcome.Done gone = assertInstanceOf(Outcome.Done.class, recordings.answer(new RemoveRecording("zh", "closed", ADA)));
    assertFalse(gone.prompt().recorded());
    assertFalse(Files.exists(directory.resolve("prompts/zh/closed.wav")));
    assertArrayEquals(recorded, Files.readAllBytes(history().getFirst()));
    assertRefused(Reason.NOT_RECORDED, "zh/closed", recordings.answer(new RemoveRecording("zh", "closed", ADA)));
    assertRefused(Reason.NOT_RECORDED, "zh/closed", recordings.answer(new HearRecording("zh", "closed", ADA)));
  }

  @Test
  void whatIsNoRecordingChangesNothing() throws Exception {
    assertRefused(Reason.WRONG_SOUND, "no sound file, whatever its name says; send a recording of 0.2 s",
        put("zh", "closed", "Hello, we are closed.".getBytes(StandardCharsets.UTF_8)));
    assertRefused(Reason.WRONG_SOUND, "empty", put("zh", "closed", new byte[0]));
    assertRefused(Reason.WRONG_SOUND, "lasts only", put("zh", "closed", tone(440, 0.05)));
    assertRefused(Reason.UNKNOWN_PROMPT, "zh/nothing", put("zh", "nothing", tone(440, 1)));
    assertRefused(Reason.UNKNOWN_PROMPT, "../closed", put("..", "closed", tone(440, 1)));
    assertRefused(Reason.NEEDS_VALUES, "position", put("en", "queue-position", tone(440, 1)));
    assertFalse(closed().recorded());
    assertFalse(Files.exists(directory.resolve("prompts/zh")));
  }

  @Test
  void whenAnotherFileCannotBeTaken_thenAllIsAsBefore() throws Exception {
    put("zh", "closed", tone(440, 1));
    byte[] before = Files.readAllBytes(directory.resolve("prompts/zh/closed.wav"));
    Files.writeString(directory.resolve("queues.yaml"), "demo: 7\n");
    assertRefused(Reason.WRONG_SETTINGS, "queues.yaml", put("zh", "closed", tone(660, 1)));
    assertArrayEquals(before, Files.readAllBytes(directory.resolve("prompts/zh/closed.wav")));
    assertRefused(Reason.WRONG_SETTINGS, "queues.yaml", recordings.answer(new RemoveRecording("zh", "closed", ADA)));
    assertArrayEquals(before, Files.readAllBytes(directory.resolve("prompts/zh/closed.wav")));
    assertRefused(Reason.WRONG_SETTINGS, "queues.yaml", put("en", "closed", tone(660, 1)));
    assertFalse(Files.exists(directory.resolve("prompts/en/closed.wav")));
  }
}
