package io.switchboard.desktop.link;

/** Why the server closes a socket; the numbers are those of the private range of RFC 6455 §7.4.2. */
public enum Closing {
  /** A frame that cannot be read, or no hello in time. */
  MALFORMED(4400),
  /** No valid token, or no longer. */
  TOKEN(4401),
  ROLE(4403),
  /** Too many sockets, or too many frames. */
  TOO_MANY(4429),
  /** The same session came back on another socket. */
  RESUMED_ELSEWHERE(4409);

  private final short code;

  Closing(int code) {
    this.code = (short) code;
  }

  public short code() {
    return code;
  }
}
