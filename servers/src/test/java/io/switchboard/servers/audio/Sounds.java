package io.switchboard.servers.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;

/** Sounds made for tests, and the way that they come over the telephone. */
final class Sounds {
  static final int PACKET = 160;
  private static final long BEGAN_NS = 5_000_000_000L;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** Noise that swells and fades like syllables, with a pause in the middle; another seed, another prompt. */
  static short[] speech(long seed, double seconds) {
    Random random = new Random(seed);
    short[] samples = new short[(int) (seconds * Recording.RATE)];
    double smooth = 0;
    for (int i = 0; i < samples.length; i++) {
      smooth = 0.6 * smooth + random.nextGaussian();
      double syllable = 0.25 + Math.abs(Math.sin(i * Math.PI / 1_600));
      boolean pause = i > samples.length * 0.6 && i < samples.length * 0.6 + 2_000;
      samples[i] = (short) (pause ? 0 : Math.clamp(3_000 * syllable * smooth, -30_000, 30_000));
    }
    samples[0] = 3_000;
    samples[samples.length - 1] = 3_000;
    return samples;
  }

  static short[] together(short[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    short[] all = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  static byte ulaw(short sample) {
    int best = 0xff;
    for (int code = 0; code < 256; code++) {
      boolean closer = Math.abs(G711.ULAW.decode((byte) code) - sample) < Math.abs(G711.ULAW.decode((byte) best) - sample);
      best = closer ? code : best;
    }
    return (byte) best;
  }

  Sounds say(short[] samples) {
    return say(samples, 0, samples.length);
  }

  Sounds say(short[] samples, int from, int to) {
    for (int i = from; i < to; i++) {
      said.write(ulaw(samples[i]));
    }
    return this;
  }

  Sounds silence(double seconds) {
    byte[] quiet = new byte[(int) (seconds * Recording.RATE)];
    Arrays.fill(quiet, (byte) 0xff);
    said.writeBytes(quiet);
    return this;
  }

  /** In packets of 20 ms that arrive when they should, but for the lost ones. */
  Recording recording(int... lost) {
    return recording(n -> n * 20_000_000L, lost);
  }

  /** In packets of which the n-th arrives so long after the beginning, in nanoseconds. */
  Recording recording(IntToLongFunction arrivals, int... lost) {
    byte[] all = said.toByteArray();
    Tape tape = new Tape();
    for (int n = 0; n < all.length / PACKET; n++) {
      int nth = n;
      if (Arrays.stream(lost).noneMatch(each -> each == nth)) {
        ByteBuffer packet = ByteBuffer.allocate(RtpPacket.HEADER + PACKET);
        RtpPacket.head(packet, 0, false, n, n * PACKET, 7);
        packet.put(all, n * PACKET, PACKET).flip();
        tape.add(RtpPacket.read(packet), packet, BEGAN_NS + arrivals.applyAsLong(n));
      }
    }
    return tape.recording();
  }
}
