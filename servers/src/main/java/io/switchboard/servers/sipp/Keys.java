package io.switchboard.servers.sipp;

/**
 * Keys that a caller presses, one after the other.
 *
 * @param afterMs since he was answered, or since his previous keys; 1,000 is well enough for the audio to be there
 * @param digits 0 to 9, * and #; may be wrong ones
 */
public record Keys(int afterMs, String digits) {
  public Keys {
    if (afterMs < 1 || !digits.matches("[0-9*#]+")) {
      throw new IllegalArgumentException("keys: " + afterMs + " ms, '" + digits + "'; afterMs >= 1 and only 0-9 * #");
    }
  }
}
