package io.switchboard.core.id;

/**
 * One presentation of a call to one agent: {@code call-attempt}, attempts counted from 1. It names the agent's channel in Asterisk too,
 * which refuses a second channel of the same id: ringing is idempotent after a restart.
 */
public record OfferId(CallId call, int attempt) {
  public static OfferId parse(String text) {
    int dash = text.lastIndexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException("an offer is written call-attempt, not '" + text + "'");
    }
    return new OfferId(new CallId(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }

  @Override
  public String toString() {
    return call.value() + "-" + attempt;
  }
}
