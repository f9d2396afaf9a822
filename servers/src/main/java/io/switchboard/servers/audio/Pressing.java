package io.switchboard.servers.audio;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keys to press, one after the other. All times are multiples of 20 ms, as telephones send. */
final class Pressing {
  private static final String KEYS = "0123456789*#";

  final String digits;
  /** For which a key is held, and from its release to the next key, in packets. */
  final int held;
  final int apart;
  final CompletableFuture<List<KeyPress>> done = new CompletableFuture<>();

  Pressing(String digits, int heldMs, int apartMs) {
    if (!digits.matches("[0-9*#]+") || heldMs < Handset.PACKET_MS || apartMs < Handset.PACKET_MS || heldMs % Handset.PACKET_MS != 0
        || apartMs % Handset.PACKET_MS != 0) {
      throw new IllegalArgumentException("keys '" + digits + "' held " + heldMs + " ms, " + apartMs + " ms apart: only 0-9 * #, and both times "
          + Handset.PACKET_MS + " ms or a multiple of it");
    }
    this.digits = digits;
    this.held = heldMs / Handset.PACKET_MS;
    this.apart = apartMs / Handset.PACKET_MS;
  }

  /** From a key to the next one. */
  int period() {
    return held + apart;
  }

  int packets() {
    return digits.length() * period();
  }

  static int event(char key) {
    return KEYS.indexOf(key);
  }
}
