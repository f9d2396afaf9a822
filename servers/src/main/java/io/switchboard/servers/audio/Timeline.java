package io.switchboard.servers.audio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Places packets one after the other by their sequence numbers, a lost one as silence.
 *
 * <p>RTP timestamps would place them too, but Asterisk's pass over pauses of less than 80 ms, so that they fall behind the clock, and leap when
 * its process had to wait, in the middle of a word. By number a sound is always in one piece, and when each part of it was heard is
 * asked of the arrivals.
 */
final class Timeline {
  private static final int USUAL_SAMPLES = Recording.RATE * Handset.PACKET_MS / 1_000;

  private final RtpPacket[] heads;
  private final long[] arrived;
  private final byte[] payloads;
  private final int[] at;
  private int count;

  /**
   * @param payloads of all packets
   * @param at where each one's payload begins in them
   */
  Timeline(byte[] payloads, int[] at, RtpPacket[] heads, long[] arrived) {
    this.heads = heads;
    this.arrived = arrived;
    this.payloads = payloads;
    this.at = at;
  }

  Recording recording(int packets) {
    long[] order = order(packets);
    int[] positions = new int[packets];
    long[] arrivals = new long[packets];
    short[] pcm = new short[packets * USUAL_SAMPLES];
    int samples = 0;
    int lost = 0;
    for (int n = 0; n < packets; n++) {
      if (n > 0 && order[n] >> 32 == order[n - 1] >> 32) {
        continue; // twice
      }
      int missing = n == 0 ? 0 : missing(order[n - 1], order[n]);
      lost += missing;
      int packet = (int) order[n];
      G711 law = law(heads[packet].payloadType());
      if (law != null) {
        samples += missing * USUAL_SAMPLES;
        int length = heads[packet].length();
        pcm = samples + length <= pcm.length ? pcm : Arrays.copyOf(pcm, 2 * (samples + length));
        for (int i = 0; i < length; i++) {
          pcm[samples + i] = law.decode(payloads[at[packet] + i]);
        }
        positions[count] = samples;
        arrivals[count++] = arrived[packet];
        samples += length;
      }
    }
    return new Recording(
        Arrays.copyOf(pcm, samples), packets == 0 ? 0 : arrived[0], Arrays.copyOf(positions, count), Arrays.copyOf(arrivals, count), lost);
  }

  /** Of each packet: its number in the high half, which goes on where the low numbers begin anew or another stream begins; which it is in the low. */
  private long[] order(int packets) {
    long[] order = new long[packets];
    long last = 0;
    for (int n = 0; n < packets; n++) {
      boolean other = n == 0 || heads[n].ssrc() != heads[n - 1].ssrc();
      long number = other ? (last | 0xffff) + 1 + 0x10000L + heads[n].sequence() : last + (short) (heads[n].sequence() - (int) last);
      last = number;
      order[n] = number << 32 | n;
    }
    Arrays.sort(order);
    return order;
  }

  /** Numbers between two of one stream. */
  private int missing(long before, long after) {
    boolean same = heads[(int) before].ssrc() == heads[(int) after].ssrc();
    return same ? (int) ((after >> 32) - (before >> 32)) - 1 : 0;
  }

  private static @Nullable G711 law(int payloadType) {
    for (G711 law : G711.values()) {
      if (law.payloadType() == payloadType) {
        return law;
      }
    }
    return null;
  }
}
