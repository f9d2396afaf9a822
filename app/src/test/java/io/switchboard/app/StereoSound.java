package io.switchboard.app;

import io.switchboard.servers.audio.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** What is in the recording of a talk, tenth by tenth of a second. */
final class StereoSound {
  private static final int HEADER = 44;
  private static final int CHANNELS_AT = 22;
  private static final int RATE = 8_000;
  private static final int STEP = RATE / 10;
  private static final int STEP_MS = 100;
  private static final int SILENT = 300;

  /** Whether each of the two is heard in this tenth of a second. */
  record Tenth(boolean caller, boolean agent) {}

  final List<Tenth> tenths = new ArrayList<>();
  /** What the caller hears. */
  private final short[] right;

  StereoSound(Path wav) throws IOException {
    ByteBuffer sound = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
    String riff = StandardCharsets.US_ASCII.decode(sound.slice(0, 4)).toString();
    if (!riff.equals("RIFF") || sound.getShort(CHANNELS_AT) != 2 || sound.getInt(HEADER - 4) != sound.capacity() - HEADER) {
      throw new AssertionError(wav + " is no stereo WAV of its length");
    }
    right = new short[(sound.capacity() - HEADER) / 4];
    for (int i = 0; i < right.length; i++) {
      right[i] = sound.getShort(HEADER + 4 * i + 2);
    }
    sound.position(HEADER);
    while (sound.remaining() >= STEP * 4) {
      int caller = 0;
      int agent = 0;
      for (int i = 0; i < STEP; i++) {
        caller = Math.max(caller, Math.abs(sound.getShort()));
        agent = Math.max(agent, Math.abs(sound.getShort()));
      }
      tenths.add(new Tenth(caller > SILENT, agent > SILENT));
    }
  }

  long ms() {
    return tenths.size() * (long) STEP_MS;
  }

  long callerMs() {
    return tenths.stream().filter(Tenth::caller).count() * STEP_MS;
  }

  long agentMs() {
    return tenths.stream().filter(Tenth::agent).count() * STEP_MS;
  }

  /** What the caller heard in this stretch, seconds from the beginning. */
  Recording heard(double fromS, double toS) throws IOException {
    short[] part = Arrays.copyOfRange(right, (int) (fromS * RATE), Math.min(right.length, (int) (toS * RATE)));
    ByteBuffer bytes = ByteBuffer.allocate(2 * part.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(part);
    Path mono = Files.createTempFile("heard", ".wav");
    try (AudioInputStream sound = new AudioInputStream(
        new ByteArrayInputStream(bytes.array()), new AudioFormat(RATE, Short.SIZE, 1, true, false), part.length)) {
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, mono.toFile());
      return Recording.read(mono);
    } finally {
      Files.delete(mono);
    }
  }

  /** Where the first half a second lies in which nobody is heard, seconds from the beginning. */
  double gapAt() {
    for (int i = 0; i + 5 <= tenths.size(); i++) {
      if (tenths.subList(i, i + 5).stream().noneMatch(each -> each.caller() || each.agent())) {
        return i * STEP_MS / 1000.0;
      }
    }
    throw new AssertionError("nothing is silent: " + this);
  }

  /** The longest stretch in which nobody is heard, but at the two ends. */
  long gapMs() {
    int first = tenths.indexOf(new Tenth(true, true));
    int longest = 0;
    int run = 0;
    for (Tenth each : tenths.subList(Math.max(0, first), tenths.size())) {
      if (each.caller() || each.agent()) {
        longest = Math.max(longest, run);
        run = 0;
      } else {
        run++;
      }
    }
    return longest * (long) STEP_MS;
  }

  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder(ms() + " ms: ");
    tenths.forEach(each -> shown.append(each.caller() && each.agent() ? '#' : each.caller() ? 'c' : each.agent() ? 'a' : '.'));
    return shown.toString();
  }
}
