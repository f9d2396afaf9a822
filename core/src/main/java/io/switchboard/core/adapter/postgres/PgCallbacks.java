package io.switchboard.core.adapter.postgres;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.CallbackAhead;
import io.switchboard.core.interaction.Callbacks;
import io.switchboard.core.interaction.GaveUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who gave up and who is called back, read from the journal. */
public final class PgCallbacks implements Callbacks {
  private static final int MOST_GAVE_UP = 500;
  private static final int MOST_AHEAD = 1000;

  /**
   * {@code waits}: whoever waits now by a call of his own, of the few open interactions. {@code b}: the last callback for his sake, or of his
   * number since. A wait that an older version did not write began when he entered. What is asked of single calls is asked with a limit, so that
   * it is answered call by call and never by reading every callback there was.
   */
  private static final String GAVE_UP = """
      with waits as materialized (
        select last.body ->> 'caller' as caller, last.seq
        from interaction i
        cross join lateral (select j.kind, j.body, j.seq from journal j where j.call = i.call
          and j.kind in ('CallbackBooked', 'QueueEntered', 'Connected', 'QueueLeft', 'CallEnded') order by j.seq desc limit 1) last
        where i.closed_at_ms is null and i.tenant = ? and last.kind = 'QueueEntered' and last.body ->> 'caller' <> ''
          and (select 1 from journal j where j.call = i.call and j.kind = 'CallbackBooked' limit 1) is null),
      gave_up as (
        select l.call, l.body ->> 'queue' as queue, coalesce(l.body ->> 'caller', '') as caller, coalesce(entered.name, '') as name, l.at_ms,
          (l.body ->> 'waitMs')::bigint as wait_ms,
          coalesce(nullif((l.body ->> 'sinceMs')::bigint, 0), l.at_ms - (l.body ->> 'waitMs')::bigint) as since_ms,
          coalesce(spoken.language, '') as language, b.by_user, b.at_ms as by_at_ms,
          case
            when outcome.kind = 'Connected' then 'REACHED'
            when b.call is not null and outcome.kind is null then 'BOOKED'
            when l.body ->> 'caller' <> '' and (
              exists (select 1 from journal c where c.kind = 'Connected' and c.tenant = l.tenant and c.body ->> 'caller' = l.body ->> 'caller'
                and c.body ->> 'caller' <> '' and c.seq > l.seq)
              or exists (select 1 from waits w where w.caller = l.body ->> 'caller' and w.seq > l.seq)) then 'CALLED_AGAIN'
            when outcome.exit in ('CANCELLED', 'RETURNED') then 'OPEN'
            when outcome.kind is not null then 'UNREACHED'
            else 'OPEN'
          end as state, l.seq
        from journal l
        left join lateral (select j.body ->> 'callerName' as name from journal j where j.call = l.call and j.kind = 'QueueEntered'
          order by j.seq desc limit 1) entered on true
        left join lateral (select j.body ->> 'language' as language from journal j where j.call = l.call
          and j.kind in ('CallArrived', 'LanguageChosen') order by j.seq desc limit 1) spoken on true
        left join lateral (
          select * from (
            select j.call, j.seq, j.at_ms, j.body ->> 'by' as by_user from journal j
            where j.kind = 'CallbackBooked' and j.tenant = l.tenant and j.body ->> 'from' = l.call
            union all
            select j.call, j.seq, j.at_ms, j.body ->> 'by' from journal j
            where j.kind = 'CallbackBooked' and j.tenant = l.tenant and j.body ->> 'number' = l.body ->> 'caller'
              and l.body ->> 'caller' <> '' and j.seq > l.seq) each_one
          order by seq desc limit 1) b on true
        left join lateral (select j.kind, j.body ->> 'exit' as exit from journal j where j.call = b.call and j.kind in ('Connected', 'QueueLeft')
          order by j.seq limit 1) outcome on true
        where l.tenant = ? and l.kind = 'QueueLeft' and l.body ->> 'exit' in ('ABANDONED', 'UNSEEN')
          and (select 1 from journal j where j.call = l.call and j.kind = 'CallbackBooked' limit 1) is null
          and %s)
      select call, queue, caller, name, at_ms, wait_ms, since_ms, language, state,
        case when state in ('BOOKED', 'REACHED', 'UNREACHED') then by_user end,
        case when state in ('BOOKED', 'REACHED', 'UNREACHED') then by_at_ms end
      from gave_up
      """;
  private static final String GAVE_UP_LIST = GAVE_UP.formatted("l.at_ms >= ? and (? or l.body ->> 'queue' = any (?))")
      + " where (? or state = 'OPEN') order by at_ms desc, seq desc limit ?";
  private static final String GAVE_UP_ONE = GAVE_UP.formatted("l.call = ?") + " order by seq desc limit 1";

  /** {@code last}: how far it is; a callback that was answered and is over is wrapped up at most. */
  private static final String AHEAD = """
      select i.call, b.body ->> 'from', b.body ->> 'queue', b.body ->> 'number', b.body ->> 'callerName',
        coalesce(nullif((place.body ->> 'sinceMs')::bigint, 0), b.at_ms), b.at_ms, b.body ->> 'by', coalesce((due.body ->> 'tries')::int, 0),
        (due.body ->> 'dueMs')::bigint,
        case last.kind when 'OfferMade' then 'DIALLING' when 'CallbackReached' then 'TALKING' when 'Connected' then 'TALKING' else 'WAITING' end
      from interaction i
      cross join lateral (select j.seq, j.at_ms, j.body from journal j where j.call = i.call and j.kind = 'CallbackBooked' limit 1) b
      left join lateral (select j.body from journal j where j.call = i.call and j.kind = 'QueueEntered' order by j.seq desc limit 1) place on true
      left join lateral (select j.body from journal j where j.call = i.call and j.kind = 'CallbackDue' order by j.seq desc limit 1) due on true
      left join lateral (select j.kind from journal j where j.call = i.call and (j.kind in ('CallbackReached', 'Connected')
        or j.kind in ('OfferMade', 'OfferEnded') and not exists (select 1 from journal r where r.call = i.call and r.kind = 'CallbackReached'))
        order by j.seq desc limit 1) last on true
      where i.closed_at_ms is null and i.tenant = ? and %s
        and not exists (select 1 from journal j where j.call = i.call and j.kind in ('QueueLeft', 'TalkEnded', 'CallEnded'))
      order by b.seq limit\s""" + MOST_AHEAD;
  private static final String AHEAD_LIST = AHEAD.formatted("(? or b.body ->> 'queue' = any (?))");
  private static final String AHEAD_ONE = AHEAD.formatted("i.call = ?");

  private static final String BOOKED_FROM =
      "select call from journal where kind = 'CallbackBooked' and body ->> 'from' = ? and tenant = ? order by seq";

  private final Database database;

  public PgCallbacks(Database database) {
    this.database = database;
  }

  private interface Binding {
    void to(Connection connection, PreparedStatement statement) throws SQLException;
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  @Override
  public List<GaveUp> gaveUp(TenantId tenant, Optional<List<String>> queues, long afterMs, boolean openOnly, int limit) {
    if (limit < 1 || limit > MOST_GAVE_UP) {
      throw new IllegalArgumentException("the limit is 1 to " + MOST_GAVE_UP + ", not " + limit);
    }
    return read(GAVE_UP_LIST, PgCallbacks::gaveUp, (connection, statement) -> {
      statement.setString(1, tenant.value());
      statement.setString(2, tenant.value());
      statement.setLong(3, afterMs);
      bind(connection, statement, 4, tenant, queues);
      statement.setBoolean(6, !openOnly);
      statement.setInt(7, limit);
    });
  }

  @Override
  public Optional<GaveUp> gaveUp(TenantId tenant, CallId call) {
    return read(GAVE_UP_ONE, PgCallbacks::gaveUp, (connection, statement) -> {
      statement.setString(1, tenant.value());
      statement.setString(2, tenant.value());
      statement.setString(3, FactJson.clean(call.value()));
    }).stream().findFirst();
  }

  @Override
  public List<CallbackAhead> ahead(TenantId tenant, Optional<List<String>> queues) {
    return read(AHEAD_LIST, PgCallbacks::ahead, (connection, statement) -> {
      statement.setString(1, tenant.value());
      bind(connection, statement, 2, tenant, queues);
    });
  }

  @Override
  public Optional<CallbackAhead> ahead(TenantId tenant, CallId callback) {
    return read(AHEAD_ONE, PgCallbacks::ahead, (connection, statement) -> {
      statement.setString(1, tenant.value());
      statement.setString(2, FactJson.clean(callback.value()));
    }).stream().findFirst();
  }

  @Override
  public List<CallId> bookedFrom(TenantId tenant, CallId from) {
    return read(BOOKED_FROM, row -> new CallId(row.getString(1)), (connection, statement) -> {
      statement.setString(1, FactJson.clean(from.value()));
      statement.setString(2, tenant.value());
    });
  }

  /** Two places: whether any queue will do, and which. */
  private static void bind(Connection connection, PreparedStatement statement, int place, TenantId tenant, Optional<List<String>> queues)
      throws SQLException {
    String[] names = queues.orElse(List.of()).stream().map(name -> new QueueId(tenant, name).toString()).toArray(String[]::new);
    statement.setBoolean(place, queues.isEmpty());
    statement.setArray(place + 1, connection.createArrayOf("text", names));
  }

  private static GaveUp gaveUp(ResultSet row) throws SQLException {
    return new GaveUp(
        new CallId(row.getString(1)), QueueId.parse(row.getString(2)), row.getString(3), row.getString(4), row.getLong(5), row.getLong(6),
        row.getLong(7), row.getString(8), GaveUp.State.valueOf(row.getString(9)), row.getString(10), row.getObject(11, Long.class));
  }

  private static CallbackAhead ahead(ResultSet row) throws SQLException {
    return new CallbackAhead(
        new CallId(row.getString(1)), new CallId(row.getString(2)), QueueId.parse(row.getString(3)), row.getString(4), row.getString(5),
        row.getLong(6), row.getLong(7), row.getString(8), row.getInt(9), row.getObject(10, Long.class),
        CallbackAhead.State.valueOf(row.getString(11)));
  }

  private <T> List<T> read(String query, Reading<T> reading, Binding binding) {
    try (Connection connection = database.pool().getConnection(); PreparedStatement statement = connection.prepareStatement(query)) {
      binding.to(connection, statement);
      List<T> all = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(reading.of(row));
        }
      }
      return List.copyOf(all);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("cannot read callbacks from PostgreSQL: " + e.getMessage(), e));
    }
  }
}
