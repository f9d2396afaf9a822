package io.switchboard.core.adapter.postgres;

import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.id.AgentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Supervisors' messages, in a table of their own. */
public final class PgStaffMessages implements StaffMessages {
  private final Database database;

  public PgStaffMessages(Database database) {
    this.database = database;
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T done(Work<T> work) {
    try (Connection connection = database.pool().getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("supervisors' messages: " + e.getMessage(), e));
    }
  }

  @Override
  public List<Message> send(Collection<AgentId> to, String from, String text, long atMs) {
    return done(connection -> {
      List<Message> sent = new ArrayList<>();
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(
          "insert into staff_message (tenant, agent, from_user, text, at_ms) values (?, ?, ?, ?, ?) returning id")) {
        for (AgentId agent : to) {
          insert.setString(1, agent.tenant().value());
          insert.setString(2, agent.name());
          insert.setString(3, from);
          insert.setString(4, text);
          insert.setLong(5, atMs);
          try (ResultSet row = insert.executeQuery()) {
            row.next();
            sent.add(new Message(Long.toString(row.getLong(1)), agent, from, text, atMs));
          }
        }
      }
      connection.commit();
      return sent;
    });
  }

  @Override
  public boolean seen(AgentId agent, String id, long atMs) {
    if (!id.matches("[0-9]{1,18}")) {
      return false;
    }
    return done(connection -> {
      try (PreparedStatement update = connection.prepareStatement(
          "update staff_message set seen_at_ms = ? where id = ? and tenant = ? and agent = ? and seen_at_ms is null")) {
        update.setLong(1, atMs);
        update.setLong(2, Long.parseLong(id));
        update.setString(3, agent.tenant().value());
        update.setString(4, agent.name());
        return update.executeUpdate() > 0;
      }
    });
  }

  @Override
  public List<Message> unseen(int most) {
    return done(connection -> {
      List<Message> unseen = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(
          "select id, tenant, agent, from_user, text, at_ms from staff_message where seen_at_ms is null order by id desc limit ?")) {
        select.setInt(1, most);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            unseen.add(new Message(
                Long.toString(row.getLong(1)), AgentId.of(row.getString(2), row.getString(3)), row.getString(4), row.getString(5), row.getLong(6)));
          }
        }
      }
      return unseen.reversed();
    });
  }
}
