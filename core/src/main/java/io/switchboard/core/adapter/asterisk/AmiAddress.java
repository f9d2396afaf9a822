package io.switchboard.core.adapter.asterisk;

/** Where Asterisk's manager interface listens, and who we are there. */
public record AmiAddress(String host, int port, String user, String secret) {
  @Override
  public String toString() {
    return user + "@" + host + ":" + port;
  }
}
