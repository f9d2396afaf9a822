package io.switchboard.servers.sipp;

/**
 * One call to place.
 *
 * @param callerNumber the number that the other side sees; digits and + only, or empty for a caller who hides it
 * @param dialled the number called
 * @param callerName may be empty
 */
public record Dialling(String callerNumber, String dialled, String callerName) {
  public Dialling {
    if ((callerNumber + dialled + callerName).matches("(?s).*[;\\r\\n].*")) {
      throw new IllegalArgumentException("a semicolon or line break in " + callerNumber + ", " + dialled + " or " + callerName);
    }
  }

  String line() {
    return (callerNumber.isEmpty() ? "anonymous" : callerNumber) + ";" + dialled + ";" + callerName;
  }
}
