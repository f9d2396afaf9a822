package io.switchboard.app.configuration;

/** Which PostgreSQL or Redis is used. */
public sealed interface DataServer {
  /** Our own, started and stopped with the platform. */
  record Embedded() implements DataServer {}

  /**
   * One that runs already.
   *
   * @param url {@code jdbc:postgresql://…} or {@code redis://…}, as it was given
   * @param user and {@code password}: of PostgreSQL when they are not in the URL, else empty
   */
  record External(String url, String user, String password) implements DataServer {
    /** What could be secret is not shown. */
    @Override
    public String toString() {
      return url.replaceAll("://[^@/]*@", "://…@").replaceAll("\\?.*", "");
    }
  }
}
