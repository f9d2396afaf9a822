package io.switchboard.core.adapter.postgres;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Voicemail;
import io.switchboard.core.interaction.Voicemails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers left, read from the journal. */
public final class PgVoicemails implements Voicemails {
  private static final int MOST = 1000;

  /** A message that was written down twice, before and after a restart, is one: the first. */
  private static final String ALL = """
      select m.call, (m.body ->> 'message')::int, m.body ->> 'queue', m.body ->> 'caller', m.at_ms, (m.body ->> 'ms')::bigint,
        m.body ->> 'file', heard.by_user, heard.at_ms, done.by_user, done.at_ms
      from journal m
      left join lateral (select j.body ->> 'by' by_user, j.at_ms from journal j where j.call = m.call and j.kind = 'VoicemailHeard'
        and j.body ->> 'message' = m.body ->> 'message' order by j.seq desc limit 1) heard on true
      left join lateral (select j.body ->> 'by' by_user, j.at_ms from journal j where j.call = m.call and j.kind = 'VoicemailDone'
        and j.body ->> 'message' = m.body ->> 'message' order by j.seq limit 1) done on true
      where m.kind = 'VoicemailLeft' and m.tenant = ? and not exists (select 1 from journal j where j.call = m.call
        and j.kind = 'VoicemailLeft' and j.body ->> 'message' = m.body ->> 'message' and j.seq < m.seq)
      """;
  private static final String LIST =
      ALL + " and m.at_ms < ? and (? or done.at_ms is null) and (? or m.body ->> 'queue' = any (?)) order by m.seq desc limit ?";
  private static final String ONE = ALL + " and m.call = ? and m.body ->> 'message' = ?";

  private final Database database;

  public PgVoicemails(Database database) {
    this.database = database;
  }

  @Override
  public List<Voicemail> list(TenantId tenant, Optional<List<String>> queues, boolean openOnly, long beforeMs, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("the limit is 1 to " + MOST + ", not " + limit);
    }
    try (Connection connection = database.pool().getConnection(); PreparedStatement statement = connection.prepareStatement(LIST)) {
      statement.setString(1, tenant.value());
      statement.setLong(2, beforeMs);
      statement.setBoolean(3, !openOnly);
      statement.setBoolean(4, queues.isEmpty());
      String[] names = queues.orElse(List.of()).stream().map(name -> new QueueId(tenant, name).toString()).toArray(String[]::new);
      statement.setArray(5, connection.createArrayOf("text", names));
      statement.setInt(6, limit);
      return read(statement);
    } catch (SQLException e) {
      throw away(e);
    }
  }

  @Override
  public Optional<Voicemail> one(TenantId tenant, CallId call, int message) {
    try (Connection connection = database.pool().getConnection(); PreparedStatement statement = connection.prepareStatement(ONE)) {
      statement.setString(1, tenant.value());
      statement.setString(2, FactJson.clean(call.value()));
      statement.setString(3, Integer.toString(message));
      return read(statement).stream().findFirst();
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private static List<Voicemail> read(PreparedStatement statement) throws SQLException {
    List<Voicemail> voicemails = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        voicemails.add(new Voicemail(
            new CallId(row.getString(1)), row.getInt(2), QueueId.parse(row.getString(3)), row.getString(4), row.getLong(5), row.getLong(6),
            row.getString(7), mark(row, 8), mark(row, 10)));
      }
    }
    return List.copyOf(voicemails);
  }

  private static Voicemail.@Nullable Mark mark(ResultSet row, int column) throws SQLException {
    String by = row.getString(column);
    return by == null ? null : new Voicemail.Mark(by, row.getLong(column + 1));
  }

  private static UncheckedIOException away(SQLException e) {
    return new UncheckedIOException(new IOException("cannot read messages from PostgreSQL: " + e.getMessage(), e));
  }
}
