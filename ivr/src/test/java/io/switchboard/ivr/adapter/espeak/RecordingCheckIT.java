package io.switchboard.ivr.adapter.espeak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.prompt.PromptBook;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings as people upload them, judged by the real SoX. */
class RecordingCheckIT {
  @TempDir
  Path directory;

  /** By SoX's words for it. */
  private byte[] made(String options, String... effects) throws Exception {
    Path file = directory.resolve("made-" + System.nanoTime());
    List<String> command = new ArrayList<>(List.of("sox", "-R", "-n"));
    command.addAll(List.of(options.split(" ")));
    command.add(file.toString());
    command.addAll(Arrays.asList(effects));
    Commands.run(command, "");
    return Files.readAllBytes(file);
  }

  private byte[] speech() throws Exception {
    Path file = directory.resolve("speech.wav");
    Commands.run(List.of("espeak-ng", "-w", file.toString(), "Welcome to our company. How may we help you today?"), "");
    return Files.readAllBytes(file);
  }

  private byte[] louder(byte[] content, String db) throws Exception {
    Path from = Files.write(directory.resolve("from.wav"), content);
    Path to = directory.resolve("to.wav");
    Commands.run(List.of("sox", from.toString(), to.toString(), "gain", db), "");
    return Files.readAllBytes(to);
  }

  private static String wrong(byte[] content) throws Exception {
    return assertInstanceOf(RecordingCheck.Bad.class, RecordingCheck.check(content)).wrong().english();
  }

  private static double goodSeconds(byte[] content) throws Exception {
    RecordingCheck.Result result = RecordingCheck.check(content);
    RecordingCheck.Good good = assertInstanceOf(RecordingCheck.Good.class, result, result::toString);
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(good.wav()))) {
      AudioFormat format = in.getFormat();
      assertEquals(List.of(8000f, 1, 16), List.of(format.getSampleRate(), format.getChannels(), format.getSampleSizeInBits()));
      return in.getFrameLength() / 8000.0;
    }
  }

  @Test
  void aRecordingOfAnyWavIsConvertedForTheTelephone() throws Exception {
    assertEquals(2.2, goodSeconds(made("-r 44100 -c 2 -b 24 -t wav", "synth", "2", "sine", "440")), 0.05);
    assertEquals(2.2, goodSeconds(made("-r 8000 -e u-law -t wav", "synth", "2", "sine", "440")), 0.05);
    assertEquals(0.5, goodSeconds(made("-r 16000 -t wav", "synth", "0.3", "sine", "440")), 0.05);
    assertTrue(goodSeconds(speech()) > 2);
  }

  @Test
  void aLoudRecordingIsTaken_andOneThatIsClippedThroughoutIsNot() throws Exception {
    goodSeconds(louder(speech(), "6"));
    goodSeconds(made("-r 8000 -t wav", "synth", "2", "sine", "440"));
    String wrong = wrong(louder(speech(), "40"));
    assertTrue(wrong.startsWith("it is clipped throughout: "), wrong);
  }

  @Test
  void aTextIsNoSound_whateverItsName() throws Exception {
    assertEquals("the file is no sound file, whatever its name says", wrong("Please hold the line.".repeat(100).getBytes(StandardCharsets.UTF_8)));
    assertEquals("the file is empty", wrong(new byte[0]));
    assertEquals("the file is MPEG-4 (.m4a, .mp4), which cannot be read", wrong("....ftypM4A ....".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void aDamagedFileIsNamedSo() throws Exception {
    String wrong = wrong("RIFF\0\0\0\0WAVEnonsense and no format".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("the file is WAV but damaged, SoX says: WAVE chunk fmt not found", wrong);
    byte[] half = Arrays.copyOf(speech(), 20);
    assertTrue(wrong(half).startsWith("the file is WAV but damaged"), wrong(half));
  }

  @Test
  void whatIsCutOffIsTakenAsFarAsItGoes() throws Exception {
    byte[] whole = speech();
    assertTrue(goodSeconds(Arrays.copyOf(whole, whole.length / 2)) > 0.5);
  }

  @Test
  void silenceIsRefused() throws Exception {
    assertEquals("it is silent", wrong(made("-r 8000 -t wav", "trim", "0", "3")));
    assertEquals("it is silent", wrong(made("-r 8000 -t wav", "synth", "3", "whitenoise", "gain", "-60")));
  }

  @Test
  void lengthAndRateHaveBounds() throws Exception {
    assertEquals("it lasts longer than 5 min", wrong(made("-r 8000 -t wav", "synth", "600", "sine", "440")));
    assertEquals("it lasts only 0.10 s", wrong(made("-r 8000 -t wav", "synth", "0.1", "sine", "440")));
    assertEquals("it lasts only 0.00 s", wrong(made("-r 8000 -t wav", "trim", "0", "0")));
    assertEquals("it has only 6000 samples a second", wrong(made("-r 6000 -t wav", "synth", "1", "sine", "440")));
  }

  /** Each is either converted or refused for what this machine lacks: SoX comes with more or fewer formats. */
  @Test
  void otherFormatsAreToldByTheirContent() throws Exception {
    Map<String, byte[]> begins = Map.of(
        "FLAC", "fLaC....".getBytes(StandardCharsets.ISO_8859_1), "MP3", "ID3\4".getBytes(StandardCharsets.ISO_8859_1),
        "OGG", "OggS\0\2".getBytes(StandardCharsets.ISO_8859_1));
    for (Map.Entry<String, byte[]> each : begins.entrySet()) {
      RecordingCheck.Bad bad = assertInstanceOf(RecordingCheck.Bad.class, RecordingCheck.check(each.getValue()));
      assertTrue(bad.wrong().english().startsWith("the file is " + each.getKey() + ", which SoX on this machine cannot read")
          || bad.wrong().english().startsWith("the file is " + each.getKey() + " but damaged"), bad.toString());
      assertTrue(bad.wrong().chinese().startsWith("文件是 " + each.getKey() + "，"), bad.toString());
    }
  }

  @Test
  void everyWrongRecordingOfABookIsNamedWithItsFile() throws Exception {
    Map<String, byte[]> contents = Map.of(
        "fine", speech(), "text", "Hello".getBytes(StandardCharsets.UTF_8), "silence", made("-r 8000 -t wav", "trim", "0", "3"));
    Map<String, Prompt> prompts = new HashMap<>();
    Path home = Files.createDirectories(directory.resolve("prompts/en"));
    for (Map.Entry<String, byte[]> each : contents.entrySet()) {
      Path file = Files.write(home.resolve(each.getKey() + ".wav"), each.getValue());
      prompts.put(each.getKey(), new Prompt("en", each.getKey(), "Hello", Optional.of(file)));
    }
    prompts.put("spoken", new Prompt("en", "spoken", "Hello", Optional.empty()));
    EspeakSpeech speech = new EspeakSpeech(directory.resolve("sounds"));
    String right = ". Right would be: a recording of 0.2 s to 5 min as WAV (or MP3, FLAC, OGG), of at least 8 kHz, e.g. WAV of 16 kHz, mono, 16 bit";
    assertEquals(
        List.of("prompts/en/silence.wav: it is silent" + right,
            "prompts/en/text.wav: the file is no sound file, whatever its name says" + right),
        speech.problems(new PromptBook(Map.of("en", prompts))).stream().map(Problem::toString).toList());
    assertTrue(speech.recording(home.resolve("fine.wav")).toCompletableFuture().isDone(), "what is right is ready to be played");
  }
}
