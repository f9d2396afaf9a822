package io.switchboard.core.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * The writer's own connection. It holds an advisory lock for as long as it lives, so whoever has a link is the one writer: PostgreSQL drops
 * the lock with the connection, at once when the process is killed, and never before a commit that was on its way is decided.
 */
final class WriterLink implements AutoCloseable {
  /** The key of the advisory lock, within this database: "swboard" in ASCII. */
  private static final long LOCK = 0x7377626f617264L;

  private static final int ANSWERS_WITHIN_S = 2;

  private static final String SESSION = """
      set synchronous_commit = on; set jit = off; set plan_cache_mode = force_generic_plan;
      set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off""";

  private static final String INSERT = """
      insert into journal (seq, at_ms, writer, tenant, call, agent, kind, body)
      select ? + f.nr, f.at_ms, ?, f.tenant, f.call, f.agent, f.kind, f.body::jsonb
      from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        with ordinality as f(at_ms, tenant, call, agent, kind, body, nr)
      """;

  /** The same, with the heads of the interactions that these facts open or close. One may do both. */
  private static final String INSERT_WITH_HEADS = """
      with f as materialized (
        select ? + nr as seq, ?::int as writer, at_ms, tenant, call, agent, kind, body
        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          with ordinality as f(at_ms, tenant, call, agent, kind, body, nr)),
      opened as (
        insert into interaction (call, tenant, opened_at_ms, closed_at_ms)
        select call, tenant, at_ms, (select min(c.at_ms) from f c where c.call = f.call and c.kind = 'InteractionClosed')
        from f where kind in ('CallArrived', 'CallbackBooked', 'DialBegun')
        on conflict (call) do nothing),
      closed as (
        update interaction i set closed_at_ms = f.at_ms
        from f where f.kind = 'InteractionClosed' and i.call = f.call and i.closed_at_ms is null)
      insert into journal (seq, at_ms, writer, tenant, call, agent, kind, body)
      select seq, at_ms, writer, tenant, call, agent, kind, body::jsonb from f
      """;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement insertWithHeads;
  private final int backend;
  private int nr;
  private long seq;

  private WriterLink(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert = connection.prepareStatement(INSERT);
    this.insertWithHeads = connection.prepareStatement(INSERT_WITH_HEADS);
    this.backend = (int) number(connection, "select pg_backend_pid()");
    this.seq = number(connection, "select coalesce(max(seq), 0) from journal");
  }

  /**
   * Connects and takes the lock, which must be free or be freed within the time.
   *
   * @throws JournalTaken when another platform holds it
   * @throws SQLException when PostgreSQL is away
   */
  static WriterLink open(PgSettings settings, long lockWithinMs) throws SQLException, InterruptedException {
    Connection connection = Database.connect(settings);
    try {
      try (Statement statement = connection.createStatement()) {
        statement.execute(SESSION);
      }
      long until = System.nanoTime() + lockWithinMs * 1_000_000;
      while (number(connection, "select pg_try_advisory_lock(" + LOCK + ")::int") == 0) {
        if (System.nanoTime() - until >= 0) {
          throw new JournalTaken("the journal at " + settings + " is written by another platform (" + newestName(connection)
              + "): one platform per database; stop that one, or name another database");
        }
        Thread.sleep(20);
      }
      return new WriterLink(connection);
    } catch (SQLException | RuntimeException | InterruptedException e) {
      connection.close();
      throw e;
    }
  }

  private static String newestName(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select name || ', since ' || started_at from writer order by nr desc limit 1")) {
      return row.next() ? row.getString(1) : "unnamed";
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Enters a writer, which is then the newest; one that is there already stays as it is. */
  void enter(UUID writer, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into writer (id, name) values (?, ?) on conflict (id) do nothing")) {
      statement.setObject(1, writer);
      statement.setString(2, name);
      statement.executeUpdate();
    }
  }

  /**
   * Says whose the direct writes over this link are.
   *
   * @throws JournalTaken when it is not the newest writer: the other may have handled its open interactions differently
   */
  void writesFor(UUID writer) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select id, name, nr from writer order by nr desc limit 1")) {
      if (!row.next() || !writer.equals(row.getObject(1, UUID.class))) {
        throw new JournalTaken("another platform (" + row.getString(2) + ") took over the journal while this one had lost it");
      }
      nr = row.getInt(3);
    }
  }

  /** A writer as the journal knows it: its number, and its last batch that came by the spill file, 0 before the first. */
  record Known(int nr, long drained) {}

  /** @throws SQLException also when there is none of this id */
  Known known(UUID writer) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select nr, drained from writer where id = ?")) {
      statement.setObject(1, writer);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no writer " + writer);
        }
        return new Known(row.getInt(1), row.getLong(2));
      }
    }
  }

  /** Whether this fact was written by this writer. */
  boolean holds(long factSeq, int writerNr) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select 1 from journal where seq = ? and writer = ?")) {
      statement.setLong(1, factSeq);
      statement.setInt(2, writerNr);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** The last fact in the journal. */
  long seq() {
    return seq;
  }

  int backend() {
    return backend;
  }

  /** Asks PostgreSQL, and waits for its answer for a while. */
  boolean alive() {
    try {
      return connection.isValid(ANSWERS_WITHIN_S);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Commits facts of this link's writer.
   *
   * @throws SQLException when it is not known whether they are in: over a new link, {@link #holds} knows
   */
  void write(List<Row> rows) throws SQLException {
    insert(rows, nr);
    seq += rows.size();
  }

  /**
   * Commits batches of one writer, in their order, and in the same transaction that they came by the spill file.
   *
   * @throws SQLException when it is not known whether they are in: over a new link, {@link #known} knows
   */
  void drain(List<Batch> batches, int writerNr) throws SQLException {
    List<Row> rows = batches.stream().flatMap(batch -> batch.rows().stream()).toList();
    connection.setAutoCommit(false);
    try (PreparedStatement drained = connection.prepareStatement("update writer set drained = ? where nr = ? and drained < ?")) {
      drained.setLong(1, batches.getLast().number());
      drained.setInt(2, writerNr);
      drained.setLong(3, batches.getFirst().number());
      if (drained.executeUpdate() != 1) {
        throw new SQLException("batch " + batches.getFirst().number() + " of writer " + writerNr + " is in the journal already");
      }
      insert(rows, writerNr);
      connection.commit();
      seq += rows.size();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void insert(List<Row> rows, int writerNr) throws SQLException {
    PreparedStatement statement = rows.stream().anyMatch(Row::bounds) ? insertWithHeads : insert;
    statement.setLong(1, seq);
    statement.setInt(2, writerNr);
    bind(statement, rows);
    statement.executeUpdate();
  }

  private static void bind(PreparedStatement statement, List<Row> rows) throws SQLException {
    int count = rows.size();
    long[] at = new long[count];
    String[][] texts = new String[5][count];
    for (int i = 0; i < count; i++) {
      Row row = rows.get(i);
      at[i] = row.atMs();
      texts[0][i] = row.tenant();
      texts[1][i] = row.call();
      texts[2][i] = row.agent();
      texts[3][i] = row.kind();
      texts[4][i] = row.body();
    }
    statement.setObject(3, at);
    for (int i = 0; i < texts.length; i++) {
      statement.setObject(4 + i, texts[i]);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // it is being thrown away
    }
  }
}
