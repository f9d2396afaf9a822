package io.switchboard.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  StereoSound(Path wav) throws IOException {
    ByteBuffer sound = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
    String riff = StandardCharsets.US_ASCII.decode(sound.slice(0, 4)).toString();
    if (!riff.equals("RIFF") || sound.getShort(CHANNELS_AT) != 2 || sound.getInt(HEADER - 4) != sound.capacity() - HEADER) {
      throw new AssertionError(wav + " is no stereo WAV of its length");
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
