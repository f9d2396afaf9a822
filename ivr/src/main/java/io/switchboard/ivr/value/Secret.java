package io.switchboard.ivr.value;

/**
 * Digits that nobody but a data source may see: a PIN, the number of a card. They live in memory alone, until a lookup has used them; no
 * fact, log, recording or desktop holds them.
 */
public final class Secret {
  private final String digits;

  public Secret(String digits) {
    this.digits = digits;
  }

  /** For the data source that checks them, and for nobody else. */
  public String reveal() {
    return digits;
  }

  @Override
  public String toString() {
    return "***";
  }
}
