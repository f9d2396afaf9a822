package io.switchboard.core.adapter.postgres;

import io.switchboard.core.adapter.postgres.FactJson.UnreadableFact;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Interaction;
import io.switchboard.core.interaction.Interactions;
import io.switchboard.core.journal.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened, read from the journal. */
public final class PgInteractions implements Interactions {
  private static final Logger LOG = LoggerFactory.getLogger(PgInteractions.class);
  private static final int MOST = 1000;

  private static final String RECENT = """
      select i.call, i.opened_at_ms, i.closed_at_ms, coalesce(arrived.body ->> 'called', ''),
        coalesce(arrived.body ->> 'caller', arrived.body ->> 'number'), coalesce(arrived.body ->> 'callerName', ''),
        coalesce(arrived.body ->> 'entryPoint', ''), (select j.body ->> 'ending' from journal j where j.call = i.call and j.kind = 'CallEnded' limit 1)
      from (select * from interaction where tenant = ? and opened_at_ms < ? order by opened_at_ms desc limit ?) i
      cross join lateral (select body from journal j where j.call = i.call and j.kind in ('CallArrived', 'CallbackBooked', 'DialBegun') order by j.seq limit 1) arrived
      order by i.opened_at_ms desc
      """;

  private final Database database;

  public PgInteractions(Database database) {
    this.database = database;
  }

  @Override
  public List<Fact> timeline(TenantId tenant, CallId call) {
    try (Connection connection = database.pool().getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select seq, kind, body from journal where call = ? and tenant = ? order by seq")) {
      statement.setString(1, FactJson.clean(call.value()));
      statement.setString(2, tenant.value());
      List<Fact> facts = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          try {
            facts.add(FactJson.read(row.getString(2), row.getString(3)));
          } catch (UnreadableFact e) {
            LOG.error("fact {} is passed over: {}", row.getLong(1), e.getMessage());
          }
        }
      }
      return List.copyOf(facts);
    } catch (SQLException e) {
      throw away(e);
    }
  }

  @Override
  public List<Interaction> recent(TenantId tenant, long beforeMs, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("the limit is 1 to " + MOST + ", not " + limit);
    }
    try (Connection connection = database.pool().getConnection();
        PreparedStatement statement = connection.prepareStatement(RECENT)) {
      statement.setString(1, tenant.value());
      statement.setLong(2, beforeMs);
      statement.setInt(3, limit);
      List<Interaction> interactions = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          interactions.add(interaction(tenant, row));
        }
      }
      return List.copyOf(interactions);
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private static Interaction interaction(TenantId tenant, ResultSet row) throws SQLException {
    String ending = row.getString(8);
    return new Interaction(
        new CallId(row.getString(1)), tenant, row.getLong(2), row.getObject(3, Long.class), row.getString(4), row.getString(5),
        row.getString(6), row.getString(7), ending == null ? null : Ending.valueOf(ending));
  }

  private static UncheckedIOException away(SQLException e) {
    return new UncheckedIOException(new IOException("cannot read what happened from PostgreSQL: " + e.getMessage(), e));
  }
}
