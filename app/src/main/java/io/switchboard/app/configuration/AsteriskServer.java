package io.switchboard.app.configuration;

/** Which Asterisk is used. */
public sealed interface AsteriskServer {
  /** Our own, started and stopped with the platform. */
  record Embedded() implements AsteriskServer {}

  /**
   * One that runs already, reached by its manager interface.
   *
   * @param webPort of its HTTP server on the same host, where browser phones come in
   */
  record Ami(String host, int port, String user, String secret, int webPort) implements AsteriskServer {
    /** The secret is not shown. */
    @Override
    public String toString() {
      return "ami://" + user + "@" + host + ":" + port;
    }
  }
}
