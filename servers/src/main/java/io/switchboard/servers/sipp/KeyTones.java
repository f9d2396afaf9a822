package io.switchboard.servers.sipp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Key presses as a capture of RTP events (RFC 4733) that SIPp plays. SIPp's own {@code play_dtmf} starts each time with the same
 * timestamps, so that Asterisk takes the second menu's keys for repeats of the first's; here each press continues where the one before
 * ended.
 */
final class KeyTones {
  private static final int PAYLOAD_TYPE = 96;
  private static final int SSRC = 0x53574244;
  private static final int PACKET_MS = 20;
  private static final int SAMPLES_PER_PACKET = 160;
  private static final int PACKETS_PER_PRESS = 7;
  private static final int END_PACKETS = 3;
  /** From the start of a press to that of the next. */
  private static final int PRESS_MS = 260;
  private static final int VOLUME = 10;

  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;
  private static final int ETHERNET = 14;
  private static final int IP = 20;
  private static final int UDP = 8;
  private static final int RTP = 12;
  private static final int EVENT = 4;
  private static final int FRAME = ETHERNET + IP + UDP + RTP + EVENT;

  private final ByteBuffer out;
  private int sequence;

  private KeyTones(int packets, int sequence) {
    this.out = ByteBuffer.allocate(FILE_HEADER + packets * (RECORD_HEADER + FRAME)).order(ByteOrder.BIG_ENDIAN);
    this.sequence = sequence;
  }

  /**
   * A capture of the digits.
   *
   * @param pressedBefore how many digits the caller pressed in this call before these
   */
  static byte[] capture(String digits, int pressedBefore) {
    int packets = PACKETS_PER_PRESS + END_PACKETS;
    KeyTones tones = new KeyTones(digits.length() * packets, 1 + pressedBefore * packets);
    tones.out.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65_535).putInt(1);
    for (int index = 0; index < digits.length(); index++) {
      tones.press("0123456789*#".indexOf(digits.charAt(index)), index * PRESS_MS, pressedBefore + index);
    }
    return tones.out.array();
  }

  private void press(int event, int startMs, int nth) {
    int timestamp = (1 + nth) * PRESS_MS * SAMPLES_PER_PACKET / PACKET_MS;
    for (int packet = 0; packet < PACKETS_PER_PRESS; packet++) {
      packet(startMs + packet * PACKET_MS, packet == 0, timestamp, event, false, (packet + 1) * SAMPLES_PER_PACKET);
    }
    for (int end = 0; end < END_PACKETS; end++) {
      packet(startMs + PACKETS_PER_PRESS * PACKET_MS, false, timestamp, event, true, (PACKETS_PER_PRESS + 1) * SAMPLES_PER_PACKET);
    }
  }

  private void packet(int atMs, boolean marker, int timestamp, int event, boolean end, int duration) {
    out.putInt(atMs / 1000).putInt(atMs % 1000 * 1000).putInt(FRAME).putInt(FRAME);
    out.position(out.position() + ETHERNET - 2).putShort((short) 0x0800);
    out.put((byte) 0x45).put((byte) 0).putShort((short) (FRAME - ETHERNET)).putInt(0).put((byte) 64).put((byte) 17).putShort((short) 0);
    out.putInt(0x7f000001).putInt(0x7f000001);
    out.putShort((short) 6000).putShort((short) 6000).putShort((short) (UDP + RTP + EVENT)).putShort((short) 0);
    out.put((byte) 0x80).put((byte) (PAYLOAD_TYPE | (marker ? 0x80 : 0))).putShort((short) sequence++).putInt(timestamp).putInt(SSRC);
    out.put((byte) event).put((byte) (VOLUME | (end ? 0x80 : 0))).putShort((short) duration);
  }
}
