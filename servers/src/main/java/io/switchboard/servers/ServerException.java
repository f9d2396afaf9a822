package io.switchboard.servers;

/** A server did not start or could not be found; the message says what is wrong and the remedy. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ServerException(String whatAndRemedy) {
    super(whatAndRemedy);
  }

  public ServerException(String whatAndRemedy, Throwable cause) {
    super(whatAndRemedy, cause);
  }
}
