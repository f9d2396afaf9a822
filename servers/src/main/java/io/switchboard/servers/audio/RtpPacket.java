package io.switchboard.servers.audio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The head of a packet of RTP (RFC 3550).
 *
 * @param timestamp in samples, unsigned
 * @param from where the payload begins in the datagram
 * @param length of the payload in bytes
 */
record RtpPacket(int payloadType, boolean marker, int sequence, int timestamp, int ssrc, int from, int length) {
  static final int HEADER = 12;
  private static final int VERSION_2 = 2;

  /** Null for a datagram that is no RTP. */
  static @Nullable RtpPacket read(ByteBuffer datagram) {
    int size = datagram.remaining();
    if (size < HEADER || (datagram.get(0) & 0xc0) >> 6 != VERSION_2) {
      return null;
    }
    int from = HEADER + 4 * (datagram.get(0) & 0x0f);
    if ((datagram.get(0) & 0x10) != 0 && size >= from + 4) {
      from += 4 + 4 * (datagram.getShort(from + 2) & 0xffff);
    }
    int padding = (datagram.get(0) & 0x20) != 0 ? datagram.get(size - 1) & 0xff : 0;
    if (from + padding > size) {
      return null;
    }
    return new RtpPacket(
        datagram.get(1) & 0x7f, (datagram.get(1) & 0x80) != 0, datagram.getShort(2) & 0xffff, datagram.getInt(4), datagram.getInt(8), from,
        size - from - padding);
  }

  /** Begins a datagram in the buffer; the payload follows. */
  static void head(ByteBuffer out, int payloadType, boolean marker, int sequence, int timestamp, int ssrc) {
    out.clear();
    out.put((byte) (VERSION_2 << 6)).put((byte) (payloadType | (marker ? 0x80 : 0))).putShort((short) sequence).putInt(timestamp).putInt(ssrc);
  }
}
