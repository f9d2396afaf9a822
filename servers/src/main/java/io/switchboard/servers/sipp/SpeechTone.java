package io.switchboard.servers.sipp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a caller says, as a capture that SIPp plays: a tone of 500 Hz in µ-law, and then silence, for a telephone sends that too. A
 * capture that outlasts its call would be heard by the next one on the same port of Asterisk.
 */
final class SpeechTone {
  private static final int PACKET_MS = 20;
  private static final int SAMPLES_PER_PACKET = 160;
  private static final int SSRC = 0x53574250;
  private static final int FIRST_SEQUENCE = 20_000;
  /** Half a period of 500 Hz, in samples. */
  private static final int HALF = 8;
  private static final byte HIGH = (byte) 0x90;
  private static final byte LOW = 0x10;
  private static final byte SILENT = (byte) 0xff;

  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;
  private static final int ETHERNET = 14;
  private static final int IP = 20;
  private static final int UDP = 8;
  private static final int RTP = 12;
  private static final int FRAME = ETHERNET + IP + UDP + RTP + SAMPLES_PER_PACKET;

  private SpeechTone() {}

  /** A capture of so many milliseconds of tone, and then of silence. */
  static byte[] capture(int ms, int silentMs) {
    int loud = ms / PACKET_MS;
    int packets = loud + silentMs / PACKET_MS;
    ByteBuffer out = ByteBuffer.allocate(FILE_HEADER + packets * (RECORD_HEADER + FRAME)).order(ByteOrder.BIG_ENDIAN);
    out.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65_535).putInt(1);
    for (int n = 0; n < packets; n++) {
      packet(out, n, n < loud);
    }
    return out.array();
  }

  private static void packet(ByteBuffer out, int n, boolean loud) {
    int atMs = n * PACKET_MS;
    out.putInt(atMs / 1000).putInt(atMs % 1000 * 1000).putInt(FRAME).putInt(FRAME);
    out.position(out.position() + ETHERNET - 2).putShort((short) 0x0800);
    out.put((byte) 0x45).put((byte) 0).putShort((short) (FRAME - ETHERNET)).putInt(0).put((byte) 64).put((byte) 17).putShort((short) 0);
    out.putInt(0x7f000001).putInt(0x7f000001);
    out.putShort((short) 6000).putShort((short) 6000).putShort((short) (UDP + RTP + SAMPLES_PER_PACKET)).putShort((short) 0);
    out.put((byte) 0x80).put((byte) (n == 0 ? 0x80 : 0)).putShort((short) (FIRST_SEQUENCE + n)).putInt((n + 1) * SAMPLES_PER_PACKET)
        .putInt(SSRC);
    for (int sample = 0; sample < SAMPLES_PER_PACKET; sample++) {
      out.put(loud ? sample % (2 * HALF) < HALF ? HIGH : LOW : SILENT);
    }
  }
}
