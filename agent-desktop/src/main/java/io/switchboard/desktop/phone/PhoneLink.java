package io.switchboard.desktop.phone;

/** The connection of a page that is a phone. */
public interface PhoneLink {
  /** Closes it; from any thread. */
  void close(Closing why);

  /** Why, by the number that a WebSocket tells. */
  enum Closing {
    /** The token is good no more. */
    TOKEN(4401),
    /** The session of this phone is over: another page has taken it, or it was given back. */
    OVER(4409),
    /** More than a phone says. */
    TOO_MANY(4429),
    /** Asterisk has gone; come again. */
    AWAY(4503);

    private final int code;

    Closing(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }
  }
}
