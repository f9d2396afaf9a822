package io.switchboard.app.demo;

import io.switchboard.ivr.adapter.espeak.EspeakSpeech;
import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the simulated people say, as sounds that SIPp sends: µ-law at 8 kHz, without a header. */
final class DemoVoices {
  private static final int SAMPLES_PER_S = 8_000;
  private static final byte SILENCE = (byte) 0xff;
  /** Then he listens for so long, and says it again. */
  private static final int LISTENS_S = 4;

  private final Path directory;
  private final EspeakSpeech speech;

  DemoVoices(Path directory) {
    this.directory = directory;
    this.speech = new EspeakSpeech(directory);
  }

  /** A file of this name that says the text, made if it is not there. */
  Path saying(String name, String language, String text) {
    Path words = Path.of(speech.say(language, text).toCompletableFuture().join().file() + ".ulaw");
    Path said = directory.resolve(name + ".said");
    try {
      byte[] spoken = Files.readAllBytes(words);
      byte[] whole = Arrays.copyOf(spoken, spoken.length + LISTENS_S * SAMPLES_PER_S);
      Arrays.fill(whole, spoken.length, whole.length, SILENCE);
      return Files.write(said, whole);
    } catch (IOException e) {
      throw new ServerException("cannot write " + said + ": " + e, e);
    }
  }
}
