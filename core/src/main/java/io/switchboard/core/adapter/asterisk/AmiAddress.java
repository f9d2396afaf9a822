package io.switchboard.core.adapter.asterisk;

/** Where Asterisk's manager interface listens, and who we are there. */
public record AmiAddress(String host, int port, String user, String secret) {
  /** The same place and secret, as the user who keeps the secrets of browser phones and does nothing else. */
  public AmiAddress forSecrets() {
    return new AmiAddress(host, port, user + ".phones", secret);
  }

  @Override
  public String toString() {
    return user + "@" + host + ":" + port;
  }
}
