package io.switchboard.core.adapter.postgres;

import io.switchboard.core.adapter.postgres.FactJson.UnreadableFact;
import io.switchboard.core.journal.Fact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads facts back in their order, up to a last one. A fact that this version cannot read is passed over, and named in the log. */
final class PgFacts {
  private static final Logger LOG = LoggerFactory.getLogger(PgFacts.class);
  static final int FETCH = 1000;
  /** Facts of different owners may reach the journal this much out of the order of their times. */
  static final long DISORDER_MS = 60_000;

  /**
   * Each part is a look-up by index for each open interaction, each agent and each of the newest thousand tasks: the length of the history does
   * not matter. Tasks are ordered by their time, for which there is no index, so that their own index is read and not the journal backwards.
   */
  private static final String LIVE = """
      with recursive agent(name) as (
        (select agent from journal where kind = 'AgentStateChanged' order by agent limit 1)
        union all
        select (select j.agent from journal j where j.kind = 'AgentStateChanged' and j.agent > agent.name order by j.agent limit 1)
        from agent where agent.name is not null)
      select seq, kind, body from interaction i
        cross join lateral (select seq, kind, body from journal j where j.call = i.call order by j.seq offset 0) f
        where i.closed_at_ms is null
      union all
      select f.seq, f.kind, f.body from agent
        cross join lateral (
          select seq, kind, body from journal j where j.kind = 'AgentStateChanged' and j.agent = agent.name order by j.seq desc limit 1) f
        where agent.name is not null
      union all
      (select distinct on (agent) seq, kind, body from journal where kind = 'AgentSkillsSet' order by agent, seq desc)
      union all
      (select distinct on (tenant, body ->> 'queue') seq, kind, body from journal where kind = 'ClosureSwitched'
        order by tenant, body ->> 'queue', seq desc)
      union all
      select seq, kind, body from (
          select seq, kind, body, call from journal where kind = 'TaskMade' order by at_ms desc limit 1000) t
        where exists (select 1 from interaction i where i.call = t.call and i.closed_at_ms is not null)
        and not exists (select 1 from journal j where j.call = t.call and j.kind in ('TaskSeen', 'TaskDone') and j.body ->> 'task' = t.body ->> 'task')
      order by seq
      """;

  private final DataSource pool;
  private final long lastSeq;

  PgFacts(DataSource pool, long lastSeq) {
    this.pool = pool;
    this.lastSeq = lastSeq;
  }

  void live(Consumer<Fact> each) throws SQLException {
    try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local enable_seqscan = off; set local enable_hashjoin = off;"
          + " set local enable_mergejoin = off; set local jit = off");
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery(LIVE)) {
        read(rows, each, Long.MIN_VALUE);
      }
      connection.commit();
    }
  }

  void since(long sinceMs, Consumer<Fact> each) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement("select seq, kind, body, at_ms from journal where seq between ? and ? order by seq")) {
        statement.setLong(1, firstSince(connection, sinceMs - DISORDER_MS));
        statement.setLong(2, lastSeq);
        statement.setFetchSize(FETCH);
        try (ResultSet rows = statement.executeQuery()) {
          read(rows, each, sinceMs);
        }
      }
      connection.commit();
    }
  }

  /** Backwards along an index of connections alone. */
  void talks(long sinceMs, int most, Consumer<Fact.Connected> each) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(
          "select seq, kind, body from journal where kind = 'Connected' and seq between ? and ? order by seq desc limit ?")) {
        statement.setLong(1, firstSince(connection, sinceMs - DISORDER_MS));
        statement.setLong(2, lastSeq);
        statement.setInt(3, most);
        statement.setFetchSize(FETCH);
        try (ResultSet rows = statement.executeQuery()) {
          read(rows, fact -> each.accept((Fact.Connected) fact), sinceMs);
        }
      }
      connection.commit();
    }
  }

  /** Along an index of these alone. */
  void dials(long sinceMs, Consumer<Fact.Dial.DialBegun> each) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(
          "select seq, kind, body from journal where kind = 'DialBegun' and at_ms >= ? and seq <= ? order by at_ms, seq")) {
        statement.setLong(1, sinceMs);
        statement.setLong(2, lastSeq);
        statement.setFetchSize(FETCH);
        try (ResultSet rows = statement.executeQuery()) {
          read(rows, fact -> each.accept((Fact.Dial.DialBegun) fact), sinceMs);
        }
      }
      connection.commit();
    }
  }

  /** By halving: times go up with {@code seq}, so no index on the time is needed, which every insert would have to keep. */
  long firstSince(Connection connection, long sinceMs) throws SQLException {
    long low;
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select min(seq) from journal")) {
      row.next();
      low = row.getLong(1);
    }
    long high = lastSeq + 1;
    try (PreparedStatement statement =
        connection.prepareStatement("select at_ms from journal where seq >= ? order by seq limit 1")) {
      while (low < high) {
        long middle = low + (high - low) / 2;
        statement.setLong(1, middle);
        try (ResultSet row = statement.executeQuery()) {
          if (row.next() && row.getLong(1) < sinceMs) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
      }
    }
    return low;
  }

  static void read(ResultSet rows, Consumer<Fact> each, long sinceMs) throws SQLException {
    while (rows.next()) {
      try {
        Fact fact = FactJson.read(rows.getString(2), rows.getString(3));
        if (fact.atMs() >= sinceMs) {
          each.accept(fact);
        }
      } catch (UnreadableFact e) {
        LOG.error("fact {} is passed over: {}", rows.getLong(1), e.getMessage());
      }
    }
  }
}
