package io.switchboard.core.adapter.postgres;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/**
 * A time gone by, read beside the platform that writes: what was live when it began, and what happened in it. Times are milliseconds since
 * the epoch. Whoever cannot reach PostgreSQL gets an {@link UncheckedIOException}.
 */
public final class PgPast {
  /** Parameters: tenant, time, time, time; tenant, bound of seq, time; the last three again for skills and for closures. */
  private static final String LIVE = """
      with recursive agent(name) as (
        (select agent from journal where kind = 'AgentStateChanged' order by agent limit 1)
        union all
        select (select j.agent from journal j where j.kind = 'AgentStateChanged' and j.agent > agent.name order by j.agent limit 1)
        from agent where agent.name is not null)
      select f.seq, f.kind, f.body from interaction i
        cross join lateral (select seq, kind, body, at_ms from journal j where j.call = i.call order by j.seq offset 0) f
        where i.tenant = ? and i.opened_at_ms < ? and (i.closed_at_ms is null or i.closed_at_ms >= ?) and f.at_ms < ?
      union all
      select f.seq, f.kind, f.body from agent
        cross join lateral (
          select seq, kind, body from journal j
          where j.kind = 'AgentStateChanged' and j.agent = agent.name and j.tenant = ? and j.seq < ? and j.at_ms < ?
          order by j.seq desc limit 1) f
        where agent.name is not null
      union all
      (select distinct on (agent) seq, kind, body from journal
        where kind = 'AgentSkillsSet' and tenant = ? and seq < ? and at_ms < ? order by agent, seq desc)
      union all
      (select distinct on (body ->> 'queue') seq, kind, body from journal
        where kind = 'ClosureSwitched' and tenant = ? and seq < ? and at_ms < ? order by body ->> 'queue', seq desc)
      order by seq
      """;

  private final Database database;

  public PgPast(Database database) {
    this.database = database;
  }

  /**
   * Gives, in order, what live state at that time was made of: the facts until then of interactions that were open, the last fact of each
   * agent, and the skills and closures that were set.
   */
  public void liveAt(TenantId tenant, long atMs, Consumer<Fact> each) {
    read(connection -> {
      long bound = facts(connection).firstSince(connection, atMs + PgFacts.DISORDER_MS);
      try (PreparedStatement statement = connection.prepareStatement(LIVE)) {
        statement.setString(1, tenant.value());
        statement.setLong(2, atMs);
        statement.setLong(3, atMs);
        statement.setLong(4, atMs);
        for (int part = 0; part < 3; part++) {
          statement.setString(5 + 3 * part, tenant.value());
          statement.setLong(6 + 3 * part, bound);
          statement.setLong(7 + 3 * part, atMs);
        }
        statement.setFetchSize(PgFacts.FETCH);
        try (ResultSet rows = statement.executeQuery()) {
          PgFacts.read(rows, each, Long.MIN_VALUE);
        }
      }
    });
  }

  /** Gives, in order, every fact of the tenant from {@code fromMs} until before {@code untilMs}. */
  public void between(TenantId tenant, long fromMs, long untilMs, Consumer<Fact> each) {
    read(connection -> {
      PgFacts facts = facts(connection);
      try (PreparedStatement statement = connection.prepareStatement(
          "select seq, kind, body from journal where seq >= ? and seq < ? and tenant = ? and at_ms < ? order by seq")) {
        statement.setLong(1, facts.firstSince(connection, fromMs - PgFacts.DISORDER_MS));
        statement.setLong(2, facts.firstSince(connection, untilMs + PgFacts.DISORDER_MS));
        statement.setString(3, tenant.value());
        statement.setLong(4, untilMs);
        statement.setFetchSize(PgFacts.FETCH);
        try (ResultSet rows = statement.executeQuery()) {
          PgFacts.read(rows, each, fromMs);
        }
      }
    });
  }

  /** Up to the last fact that there is now. */
  private PgFacts facts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select coalesce(max(seq), 0) from journal")) {
      row.next();
      return new PgFacts(database.pool(), row.getLong(1));
    }
  }

  private interface Reading {
    void in(Connection connection) throws SQLException;
  }

  private void read(Reading reading) {
    try (Connection connection = database.pool().getConnection()) {
      connection.setAutoCommit(false);
      reading.in(connection);
      connection.commit();
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("cannot read the journal: " + e.getMessage(), e));
    }
  }
}
