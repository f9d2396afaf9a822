package io.switchboard.app.browser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tone as a sound file of 48 kHz. */
final class WavTone {
  private static final int RATE = 48_000;
  private static final int HEADER = 44;
  private static final double AMPLITUDE = 12_000;

  private WavTone() {}

  static Path write(Path file, int hz, int seconds) throws IOException {
    int bytes = RATE * seconds * 2;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + bytes).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (int n = 0; n < RATE * seconds; n++) {
      wav.putShort((short) (AMPLITUDE * Math.sin(2 * Math.PI * hz * n / RATE)));
    }
    return Files.write(file, wav.array());
  }
}
