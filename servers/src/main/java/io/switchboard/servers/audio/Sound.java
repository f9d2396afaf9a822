package io.switchboard.servers.audio;

import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A sound that an ear knows.
 *
 * @param samples 8 kHz, 16 bits
 * @param onset the first sample above -40 dBFS
 * @param end after the last one
 */
record Sound(String name, short[] samples, int onset, int end) {
  private static final int RIFF_HEAD = 12;
  private static final int CHUNK_HEAD = 8;

  static Sound of(String name, short[] samples) {
    int onset = 0;
    while (onset < samples.length && !Level.audible(samples[onset])) {
      onset++;
    }
    int end = samples.length;
    while (end > onset && !Level.audible(samples[end - 1])) {
      end--;
    }
    return new Sound(name, samples, onset, end);
  }

  /**
   * Reads a WAV file of 8 kHz, one channel and 16 bits.
   *
   * @throws ServerException when it is not one, or less than a quarter of a second of it can be heard
   */
  static Sound read(String name, Path wav) {
    try {
      Sound sound = of(name, samples(wav));
      if (sound.end() - sound.onset() < Correlator.TEMPLATE) {
        throw new ServerException(wav + " is heard for less than a quarter of a second: an ear knows nothing so short");
      }
      return sound;
    } catch (IOException e) {
      throw new ServerException("cannot read " + wav + ": " + e.getMessage(), e);
    }
  }

  private static short[] samples(Path wav) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
    boolean right = false;
    int at = RIFF_HEAD;
    while (at + CHUNK_HEAD <= file.limit()) {
      String kind = new String(file.array(), at, 4, StandardCharsets.US_ASCII);
      int size = Math.min(file.getInt(at + 4), file.limit() - at - CHUNK_HEAD);
      int body = at + CHUNK_HEAD;
      if (kind.equals("fmt ")) {
        right = file.getShort(body + 2) == 1 && file.getInt(body + 4) == Recording.RATE && file.getShort(body + 14) == 16;
      } else if (kind.equals("data") && right) {
        short[] samples = new short[size / 2];
        file.slice(body, size).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
      }
      at = body + size + (size & 1);
    }
    throw new IOException("not a WAV file of 8 kHz, one channel and 16 bits");
  }
}
