package io.switchboard.servers.audio;

/** The telephone's two companding laws (ITU-T G.711), decoded to 16 bits. */
enum G711 {
  ULAW(0),
  ALAW(8);

  /** Of its static RTP payload type (RFC 3551). */
  private final int payloadType;
  private final short[] linear = new short[256];

  G711(int payloadType) {
    this.payloadType = payloadType;
    for (int code = 0; code < linear.length; code++) {
      linear[code] = (short) (payloadType == 0 ? ulaw(code) : alaw(code));
    }
  }

  int payloadType() {
    return payloadType;
  }

  short decode(byte code) {
    return linear[code & 0xff];
  }

  /** The code of {@link #ULAW} whose sample is nearest. */
  static byte ulaw(short sample) {
    int nearest = 0;
    for (int code = 1; code < ULAW.linear.length; code++) {
      if (Math.abs(ULAW.linear[code] - sample) < Math.abs(ULAW.linear[nearest] - sample)) {
        nearest = code;
      }
    }
    return (byte) nearest;
  }

  private static int ulaw(int code) {
    int bits = ~code & 0xff;
    int magnitude = (((bits & 0x0f) << 3) + 0x84 << ((bits & 0x70) >> 4)) - 0x84;
    return (bits & 0x80) != 0 ? -magnitude : magnitude;
  }

  private static int alaw(int code) {
    int bits = code ^ 0x55;
    int segment = (bits & 0x70) >> 4;
    int mantissa = (bits & 0x0f) << 4;
    int magnitude = segment == 0 ? mantissa + 8 : mantissa + 0x108 << segment - 1;
    return (bits & 0x80) != 0 ? magnitude : -magnitude;
  }
}
