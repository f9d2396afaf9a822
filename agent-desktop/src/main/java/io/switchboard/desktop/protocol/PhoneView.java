package io.switchboard.desktop.protocol;

/**
 * The agent's phone.
 *
 * @param endpoint its name, or the number that is dialled
 * @param elsewhere another window of this agent is the phone
 */
public record PhoneView(PhoneKind kind, String endpoint, boolean reachable, boolean elsewhere) {

  public enum PhoneKind {
    /** In the page. */
    BROWSER,
    /** One of his own. */
    SIP
  }
}
