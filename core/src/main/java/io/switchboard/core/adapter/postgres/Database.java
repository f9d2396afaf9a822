package io.switchboard.core.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one database of an installation: its schema brought up to date, and a small pool of connections for everyone who reads. */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final long RETRY_MS = 250;
  private static final long REMIND_NANOS = Duration.ofSeconds(10).toNanos();

  private final PgSettings settings;
  private final HikariDataSource pool;

  private Database(PgSettings settings, HikariDataSource pool) {
    this.settings = settings;
    this.pool = pool;
  }

  /**
   * Waits until PostgreSQL answers, saying so in the log, then brings the schema up to date.
   *
   * @throws IllegalArgumentException when PostgreSQL refuses the user, the password or the database
   * @throws InterruptedException when it is told to wait no longer
   * @throws org.flywaydb.core.api.FlywayException when the schema is not one that this version can bring up to date
   */
  public static Database open(PgSettings settings) throws InterruptedException {
    await(settings);
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return new Database(settings, new HikariDataSource(pool(settings)));
  }

  private static void await(PgSettings settings) throws InterruptedException {
    long reminded = System.nanoTime() - REMIND_NANOS;
    while (true) {
      try (Connection connection = connect(settings)) {
        LOG.debug("PostgreSQL {} answers", connection.getMetaData().getDatabaseProductVersion());
        return;
      } catch (SQLException e) {
        refuseWrongSettings(settings, e);
        if (System.nanoTime() - reminded >= REMIND_NANOS) {
          LOG.warn("waiting for PostgreSQL at {}: {}", settings, e.getMessage());
          reminded = System.nanoTime();
        }
        Thread.sleep(RETRY_MS);
      }
    }
  }

  /** A password or a database that PostgreSQL does not know comes right by no waiting. */
  private static void refuseWrongSettings(PgSettings settings, SQLException e) {
    String state = e.getSQLState();
    if (state != null && (state.startsWith("28") || state.startsWith("3D"))) {
      throw new IllegalArgumentException("PostgreSQL at " + settings + " refuses: " + e.getMessage(), e);
    }
  }

  private static HikariConfig pool(PgSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("postgres");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(settings.timeoutMs());
    config.setValidationTimeout(Math.min(settings.timeoutMs(), 1000));
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "switchboard");
    config.addDataSourceProperty("connectTimeout", Integer.toString(settings.timeoutMs() / 1000));
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return config;
  }

  /** A connection outside of the pool. */
  static Connection connect(PgSettings settings) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("ApplicationName", "switchboard journal");
    properties.setProperty("connectTimeout", Integer.toString(settings.timeoutMs() / 1000));
    properties.setProperty("loginTimeout", Integer.toString(settings.timeoutMs() / 1000));
    properties.setProperty("socketTimeout", Integer.toString(settings.timeoutMs() / 1000));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("prepareThreshold", "1");
    return DriverManager.getConnection(settings.url(), properties);
  }

  /** Connections of their own for who may not wait behind others; a statement takes {@code limitMs} at most. To be closed. */
  HikariDataSource lane(String name, int connections, long limitMs) {
    HikariConfig config = pool(settings);
    config.setPoolName(name);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(Math.max(250, limitMs));
    config.setValidationTimeout(Math.max(250, Math.min(limitMs, 1000)));
    config.addDataSourceProperty("options", "-c statement_timeout=" + limitMs);
    return new HikariDataSource(config);
  }

  /** A new connection each time, on which a statement may take as long as it takes. */
  DataSource unhurried() {
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(settings.url());
    connections.setUser(settings.user());
    connections.setPassword(settings.password());
    connections.setApplicationName("switchboard at length");
    connections.setTcpKeepAlive(true);
    return connections;
  }

  PgSettings settings() {
    return settings;
  }

  /** For the other adapters of this package and for tests. */
  public DataSource pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
