package io.switchboard.core.adapter.asterisk.ami;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Messages out of a stream. A line ends at CR LF and nowhere else, for a value may hold either alone. What it has read stays read when the
 * stream times out between two bytes: the next call goes on there.
 */
final class AmiReader {
  /** Longest line, in bytes. Asterisk's own are below 10,000: an AGI answer with its text escaped. */
  static final int LINE_MAX = 1 << 17;
  /** Most fields of one message; the longest event of Asterisk 22 has about 60. */
  static final int FIELDS_MAX = 2_000;

  private final InputStream in;
  private byte[] bytes = new byte[1 << 14];
  private int from;
  private int seen;
  private int to;
  private @Nullable AmiMessage message;

  AmiReader(InputStream in) {
    this.in = in;
  }

  /**
   * Waits for the next message.
   *
   * @throws java.net.SocketTimeoutException when none came in the stream's time; try again
   * @throws EOFException when the stream ended
   */
  AmiMessage message() throws IOException {
    while (true) {
      int end = lineEnd();
      if (end == from) {
        from = seen = end + 2;
        AmiMessage whole = message;
        if (whole != null) {
          message = null;
          return whole;
        }
      } else {
        field(end);
        from = seen = end + 2;
      }
    }
  }

  /** Waits for the next line, as the greeting is. */
  String line() throws IOException {
    int end = lineEnd();
    String line = text(from, end);
    from = seen = end + 2;
    return line;
  }

  private void field(int end) throws IOException {
    int colon = from;
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    if (colon == end) {
      return;
    }
    AmiMessage now = message == null ? new AmiMessage() : message;
    message = now;
    if (now.fields().size() + now.variables().size() >= FIELDS_MAX) {
      throw new IOException("more than " + FIELDS_MAX + " fields in a message");
    }
    int value = colon + 1 < end && bytes[colon + 1] == ' ' ? colon + 2 : colon + 1;
    now.put(text(from, colon), text(value, end));
  }

  private String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Where the CR of the line stands that begins at {@code from}. */
  private int lineEnd() throws IOException {
    while (true) {
      for (; seen + 1 < to; seen++) {
        if (bytes[seen] == '\r' && bytes[seen + 1] == '\n') {
          return seen;
        }
      }
      fill();
    }
  }

  private void fill() throws IOException {
    if (to - from > LINE_MAX) {
      throw new IOException("a line of more than " + LINE_MAX + " bytes");
    }
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, to - from);
      seen -= from;
      to -= from;
      from = 0;
    }
    if (to == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int n = in.read(bytes, to, bytes.length - to);
    if (n < 0) {
      throw new EOFException("Asterisk closed the connection");
    }
    to += n;
  }
}
