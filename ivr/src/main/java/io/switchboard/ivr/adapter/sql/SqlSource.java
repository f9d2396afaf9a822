package io.switchboard.ivr.adapter.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.ivr.lookup.Deadline;
import io.switchboard.ivr.lookup.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that is asked. Nothing connects before the first question, and an absent one hinders nobody. */
public final class SqlSource implements Source {
  /** Of a lookup, as the configuration allows it. */
  private static final long MOST_LIMIT_MS = 5_000;
  /** A statement that our own cancelling did not reach ends by the server's hand. */
  private static final long SERVER_LIMIT_MS = MOST_LIMIT_MS + 1_000;
  /** A connection that says nothing for so long after the deadline is given up. */
  static final long GRACE_MS = 500;
  private static final long IDLE_MS = 60_000;
  private static final Duration TO_CLOSE = Duration.ofMillis(500);

  private final String name;
  private final int connections;
  private final CompletableFuture<HikariDataSource> pool;

  /**
   * @param connections 1 to 50
   * @param where completes once the database is there; questions wait for it, within their limits
   */
  public SqlSource(String name, int connections, CompletionStage<SqlSettings> where) {
    this.name = name;
    this.connections = connections;
    this.pool = where.thenApply(this::pool).toCompletableFuture();
  }

  private HikariDataSource pool(SqlSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("source " + name);
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    if (connections > 1) {
      config.setIdleTimeout(IDLE_MS);
    }
    config.setConnectionTimeout(2_000);
    config.setValidationTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(ServerLog.KEEP_PARAMETERS_OUT + "; set statement_timeout = " + SERVER_LIMIT_MS);
    config.addDataSourceProperty("ApplicationName", "switchboard lookups");
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("cancelSignalTimeout", "1");
    config.addDataSourceProperty("socketTimeout", "6");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("maxResultBuffer", Integer.toString(SqlQuestion.MOST_BYTES));
    return new HikariDataSource(config);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atOnce() {
    return connections;
  }

  /** The lookup, asked of this source. */
  public Question question(SqlLookup lookup) {
    return new SqlQuestion(this, lookup);
  }

  /** @throws SQLException when none comes in time, or the database is not there yet */
  Connection connection(Deadline deadline) throws SQLException {
    try {
      return pool.get(deadline.leftMs(), TimeUnit.MILLISECONDS).getConnection();
    } catch (TimeoutException notYet) {
      throw new SQLException(name + " is being prepared", SqlFailure.NOT_THERE);
    } catch (ExecutionException never) {
      throw new SQLException(name + " cannot be used", SqlFailure.NOT_THERE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException(name + " is closing", SqlFailure.NOT_THERE);
    }
  }

  /** Connections that are used just now. */
  public int inUse() {
    HikariDataSource now = pool.getNow(null);
    return now == null || now.getHikariPoolMXBean() == null ? 0 : now.getHikariPoolMXBean().getActiveConnections();
  }

  @Override
  public void close() {
    if (!pool.cancel(false)) {
      pool.thenAccept(SqlSource::close);
    }
  }

  /** A pool whose server is away waits for its own attempts to connect: beside us. */
  private static void close(HikariDataSource pool) {
    try {
      Thread.ofVirtual().name("closing").start(pool::close).join(TO_CLOSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
