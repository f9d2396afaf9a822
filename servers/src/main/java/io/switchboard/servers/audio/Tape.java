package io.switchboard.servers.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What arrived at one port, in the order of arrival. It grows on the handsets' thread; others take copies. */
final class Tape {
  private static final int FIRST_PACKETS = 256;
  private static final int USUAL_BYTES = 160;

  private int packets;
  private long[] arrivedNs = new long[FIRST_PACKETS];
  private RtpPacket[] heads = new RtpPacket[FIRST_PACKETS];
  /** Where each packet's payload begins among the payloads. */
  private int[] at = new int[FIRST_PACKETS];
  private byte[] payloads = new byte[FIRST_PACKETS * USUAL_BYTES];
  private int bytes;

  synchronized void add(RtpPacket head, ByteBuffer datagram, long nowNs) {
    if (packets == heads.length) {
      arrivedNs = Arrays.copyOf(arrivedNs, 2 * packets);
      heads = Arrays.copyOf(heads, 2 * packets);
      at = Arrays.copyOf(at, 2 * packets);
    }
    if (bytes + head.length() > payloads.length) {
      payloads = Arrays.copyOf(payloads, 2 * payloads.length + head.length());
    }
    arrivedNs[packets] = nowNs;
    heads[packets] = head;
    at[packets] = bytes;
    datagram.get(head.from(), payloads, bytes, head.length());
    bytes += head.length();
    packets++;
  }

  synchronized boolean isEmpty() {
    return packets == 0;
  }

  synchronized Recording recording() {
    return new Timeline(payloads, at, heads, arrivedNs).recording(packets);
  }
}
