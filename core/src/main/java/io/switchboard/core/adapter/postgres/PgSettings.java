package io.switchboard.core.adapter.postgres;

/**
 * Which PostgreSQL.
 *
 * @param url {@code jdbc:postgresql://host:port/database}; a pooler that shares connections between transactions will not do, for the
 *     writer's lock lives on its connection
 * @param connections for reading, 1 to 50; the journal's writer has one more of its own
 * @param timeoutMs how long a connection or a commit may take before PostgreSQL counts as away, 1000 to 60000
 */
public record PgSettings(String url, String user, String password, int connections, int timeoutMs) {
  public PgSettings {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("the url of PostgreSQL begins with jdbc:postgresql:, not '" + url + "'");
    }
    if (connections < 1 || connections > 50) {
      throw new IllegalArgumentException("connections are 1 to 50, not " + connections);
    }
    if (timeoutMs < 1000 || timeoutMs > 60_000) {
      throw new IllegalArgumentException("the time-out is 1000 to 60000 ms, not " + timeoutMs);
    }
  }

  /** Four connections, 5 s. */
  public static PgSettings of(String url, String user, String password) {
    return new PgSettings(url, user, password, 4, 5000);
  }

  @Override
  public String toString() {
    return url + " as " + user;
  }
}
