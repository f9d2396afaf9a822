package io.switchboard.core.adapter.postgres;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Task;
import io.switchboard.core.interaction.Tasks;
import io.switchboard.core.interaction.Voicemail;
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

/** Tasks, read from the journal: those of bad scores, and messages. */
public final class PgTasks implements Tasks {
  private static final int MOST = 1000;

  /** Each half is read backwards along an index of its own, and what became of a task by its call. */
  private static final String HALF = """
      (select m.seq, m.at_ms, %1$s, m.call, m.body ->> 'queue', seen.by_user, seen.at_ms, done.by_user, done.at_ms, done.note, back.by_user,
        back.at_ms
      from journal m
      left join lateral (select j.body ->> 'by' by_user, j.at_ms from journal j where j.call = m.call and j.kind = '%3$s' and %2$s
        order by j.seq %6$s limit 1) seen on true
      left join lateral (select j.body ->> 'by' by_user, j.at_ms, coalesce(j.body ->> 'note', '') note from journal j where j.call = m.call
        and j.kind = '%4$s' and %2$s order by j.seq limit 1) done on true
      left join lateral (select j.body ->> 'by' by_user, j.at_ms from journal j where j.kind = 'CallbackBooked' and j.tenant = m.tenant
        and j.body ->> 'from' = m.call order by j.seq desc limit 1) back on true
      where m.kind = '%5$s' and m.tenant = ? and (? or m.call = ? and %7$s = ?) and m.at_ms < ? and (? or m.body ->> 'queue' = any (?))
        and (? or done.at_ms is null) and (? or done.at_ms is null and seen.at_ms is null)
        and (? or done.at_ms is null and (m.body ->> 'dueMs')::bigint < ?) %8$s
      order by m.seq desc limit ?)
      """;
  private static final String SCORES = HALF.formatted(
      "m.body ->> 'task', m.body ->> 'number', m.body ->> 'callerName', m.body ->> 'language', m.body ->> 'survey', (m.body ->> 'score')::int,"
          + " m.body ->> 'agent', 0::bigint, (m.body ->> 'dueMs')::bigint",
      "j.body ->> 'task' = m.body ->> 'task'", "TaskSeen", "TaskDone", "TaskMade", "", "m.body ->> 'task'", "");
  /** A message that was written down twice, before and after a restart, is one: the first. */
  private static final String MESSAGES = HALF.formatted(
      "m.call || '-' || (m.body ->> 'message'), m.body ->> 'caller', '', '', null, null, null, (m.body ->> 'ms')::bigint, null::bigint",
      "j.body ->> 'message' = m.body ->> 'message'", "VoicemailHeard", "VoicemailDone", "VoicemailLeft", "desc",
      "m.call || '-' || (m.body ->> 'message')",
      "and not exists (select 1 from journal j where j.call = m.call and j.kind = 'VoicemailLeft'"
          + " and j.body ->> 'message' = m.body ->> 'message' and j.seq < m.seq)");
  private static final int PLACES = 12;

  private final Database database;

  public PgTasks(Database database) {
    this.database = database;
  }

  @Override
  public List<Task> list(TenantId tenant, Choice choice) {
    if (choice.limit() < 1 || choice.limit() > MOST) {
      throw new IllegalArgumentException("the limit is 1 to " + MOST + ", not " + choice.limit());
    }
    return read(tenant, "", choice);
  }

  @Override
  public Optional<Task> one(TenantId tenant, String id) {
    return read(tenant, FactJson.clean(id), new Choice(Optional.empty(), null, false, false, 0, Long.MAX_VALUE, 1)).stream().findFirst();
  }

  private List<Task> read(TenantId tenant, String id, Choice choice) {
    List<String> halves = new ArrayList<>();
    if (choice.kind() != Task.Kind.VOICEMAIL) {
      halves.add(SCORES);
    }
    if (choice.kind() != Task.Kind.CALL_BACK) {
      halves.add(MESSAGES);
    }
    String query = "select * from (" + String.join(" union all ", halves) + ") tasks order by 1 desc limit ?";
    try (Connection connection = database.pool().getConnection(); PreparedStatement statement = connection.prepareStatement(query)) {
      for (int half = 0; half < halves.size(); half++) {
        bind(connection, statement, half * PLACES, tenant, id, choice);
      }
      statement.setInt(halves.size() * PLACES + 1, choice.limit());
      List<Task> tasks = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tasks.add(task(row));
        }
      }
      return List.copyOf(tasks);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("cannot read tasks from PostgreSQL: " + e.getMessage(), e));
    }
  }

  private static void bind(Connection connection, PreparedStatement statement, int after, TenantId tenant, String id, Choice choice)
      throws SQLException {
    String[] names = choice.queues().orElse(List.of()).stream().map(name -> new QueueId(tenant, name).toString()).toArray(String[]::new);
    statement.setString(after + 1, tenant.value());
    statement.setBoolean(after + 2, id.isEmpty());
    statement.setString(after + 3, id.substring(0, Math.max(0, id.lastIndexOf('-')))); // each id begins with its call
    statement.setString(after + 4, id);
    statement.setLong(after + 5, choice.beforeMs());
    statement.setBoolean(after + 6, choice.queues().isEmpty());
    statement.setArray(after + 7, connection.createArrayOf("text", names));
    statement.setBoolean(after + 8, !choice.openOnly());
    statement.setBoolean(after + 9, !choice.unseenOnly());
    statement.setBoolean(after + 10, choice.overdueAtMs() == 0);
    statement.setLong(after + 11, choice.overdueAtMs());
    statement.setInt(after + 12, choice.limit());
  }

  private static Task task(ResultSet row) throws SQLException {
    String queue = row.getString(13);
    String survey = row.getString(7);
    String agent = row.getString(9);
    Task.Score score = survey == null ? null
        : new Task.Score(survey, row.getInt(8), agent == null ? "" : AgentId.parse(agent).name());
    String note = row.getString(18);
    return new Task(
        row.getString(3), queue == null ? null : QueueId.parse(queue), new CallId(row.getString(12)), text(row, 4), text(row, 5), text(row, 6),
        score, row.getLong(10), row.getLong(2), row.getObject(11, Long.class), mark(row, 14), mark(row, 16), note == null ? "" : note,
        mark(row, 19));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static Voicemail.@Nullable Mark mark(ResultSet row, int column) throws SQLException {
    String by = row.getString(column);
    return by == null ? null : new Voicemail.Mark(by, row.getLong(column + 1));
  }
}
